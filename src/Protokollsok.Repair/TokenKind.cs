namespace Protokollsok.Repair;

internal enum TokenKind : byte
{
    /// <summary>Letters, maybe with a sign that was read for one.</summary>
    Word,

    /// <summary>A lone 1, which can be the word <i>i</i>.</summary>
    LoneOne,

    Number,

    /// <summary>The end of a sentence or of a paragraph.</summary>
    Boundary,

    /// <summary>Whatever is not to be touched: case numbers, addresses, abbreviations, file names.</summary>
    Other,
}
