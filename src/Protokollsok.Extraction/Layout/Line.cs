namespace Protokollsok.Extraction;

/// <summary>A line of the running text that is not empty, with what it is.</summary>
/// <param name="Index">Among the lines that are not empty.</param>
/// <param name="Start">UTF-16 units of the running text.</param>
/// <param name="Text">The line.</param>
/// <param name="Gap">Whether an empty line stands before it, or it is the first.</param>
/// <param name="AfterBreak">Whether a page break or furniture stands before it.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Heading">What it opens, if it is a heading.</param>
internal sealed record Line(int Index, int Start, string Text, bool Gap, bool AfterBreak, int Page, Heading? Heading)
{
    public int End => Start + Text.Length;

    /// <summary>Whether a sentence ends with it.</summary>
    public bool EndsSentence => Text[^1] is '.' or '!' or '?' or ':';

    public bool StartsLower => char.IsLower(Text[0]);
}
