namespace Protokollsok.Extraction;

/// <summary>A value and where it stands in the text that was scanned, UTF-16 units.</summary>
internal readonly record struct ValueSpan<T>(T Value, int Start, int Length)
{
    public int End => Start + Length;
}
