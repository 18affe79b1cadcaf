namespace Protokollsok.Extraction;

/// <summary>A value and where it stands in the text that was scanned, UTF-16 units.</summary>
/// <param name="Certainty">Of the rule that read it, 0–1: less where the form could mean something else.</param>
internal readonly record struct ValueSpan<T>(T Value, int Start, int Length, double Certainty = 1)
{
    public int End => Start + Length;
}
