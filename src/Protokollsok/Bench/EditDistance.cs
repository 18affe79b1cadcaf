namespace Protokollsok.Bench;

/// <summary>How far a text is from what it should be, in single characters inserted, dropped or changed (Levenshtein).</summary>
internal static class EditDistance
{
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++) row[column] = column;
        for (var line = 1; line <= one.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var changed = diagonal + (one[line - 1] == other[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
