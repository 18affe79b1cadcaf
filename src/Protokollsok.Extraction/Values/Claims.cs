namespace Protokollsok.Extraction;

/// <summary>
/// Which stretches of a text are already read as something, so that the digits of a date are never read again as an amount.
/// The order in which the finders come, and so who goes before whom, stands in <see cref="ValueScan"/>.
/// </summary>
internal sealed class Claims(int textLength)
{
    private readonly bool[] _taken = new bool[textLength];

    public bool IsFree(int position) => !_taken[position];

    public bool IsFree(int start, int length) => !_taken.AsSpan(start, length).Contains(true);

    /// <summary>Takes the span, if no part of it is taken.</summary>
    public bool TryTake(int start, int length)
    {
        if (!IsFree(start, length)) return false;
        _taken.AsSpan(start, length).Fill(true);
        return true;
    }
}
