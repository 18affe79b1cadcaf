namespace Protokollsok.Documents;

/// <summary>One line of a running text: a printed line without its furniture, or an empty line that parts two paragraphs.</summary>
/// <param name="Start">0-based, UTF-16 units of <see cref="RunningText.Text"/>.</param>
/// <param name="Length">In UTF-16 units, without the line break.</param>
/// <param name="Page">1-based page that the line begins on.</param>
/// <param name="AfterBreak">Whether a page break or furniture lies between this line and the one before.</param>
public readonly record struct RunningLine(int Start, int Length, int Page, bool AfterBreak)
{
    /// <summary>The first UTF-16 unit after the line.</summary>
    public int End => Start + Length;
}
