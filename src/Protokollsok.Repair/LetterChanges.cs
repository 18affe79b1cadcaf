namespace Protokollsok.Repair;

/// <summary>How many letters must be put in, left out or changed to make one short text another.</summary>
internal static class LetterChanges
{
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 0; i < one.Length; i++)
        {
            var corner = row[0];
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                var kept = corner + (one[i] == other[j] ? 0 : 1);
                corner = row[j + 1];
                row[j + 1] = Math.Min(kept, Math.Min(row[j], corner) + 1);
            }
        }

        return row[^1];
    }
}
