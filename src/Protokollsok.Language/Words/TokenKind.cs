namespace Protokollsok.Language.Words;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>Letters, perhaps with hyphens, digits or signs inside: goes through <see cref="WordAnalyzer"/>.</summary>
    Word,

    /// <summary>A number: its value has no thousands mark, and the decimal mark as printed.</summary>
    Number,

    /// <summary>A day, <c>2017-03-10</c>.</summary>
    Date,

    /// <summary>One or more §; the value is a single one.</summary>
    Section,
}
