namespace Protokollsok.Bench;

/// <summary>Which character of a text became which of another, by the fewest single characters inserted, dropped or changed.</summary>
/// <param name="Edits">How many that are.</param>
/// <param name="Read">For each character of what was printed the one that was read for it, <c>'\0'</c> where none was.</param>
/// <param name="Added">For each character of what was printed, how many were read before it that are not there; one more for the end.</param>
internal sealed record TextAlignment(int Edits, char[] Read, int[] Added)
{
    private const byte Pair = 0, Drop = 1, Add = 2;

    public static TextAlignment Of(string printed, string read)
    {
        var steps = new byte[printed.Length + 1, read.Length + 1];
        int edits = Fill(printed, read, steps);
        var aligned = new TextAlignment(edits, new char[printed.Length], new int[printed.Length + 1]);
        for (int p = printed.Length, r = read.Length; p > 0 || r > 0;)
        {
            switch (steps[p, r])
            {
                case Pair: aligned.Read[--p] = read[--r]; break;
                case Drop: p--; break;
                default: aligned.Added[p]++; r--; break;
            }
        }

        return aligned;
    }

    private static int Fill(string printed, string read, byte[,] steps)
    {
        var row = new int[read.Length + 1];
        for (int r = 0; r <= read.Length; r++) (row[r], steps[0, r]) = (r, Add);
        for (int p = 1; p <= printed.Length; p++)
        {
            int diagonal = row[0];
            (row[0], steps[p, 0]) = (p, Drop);
            for (int r = 1; r <= read.Length; r++)
            {
                int pair = diagonal + (printed[p - 1] == read[r - 1] ? 0 : 1), drop = row[r] + 1, add = row[r - 1] + 1;
                diagonal = row[r];
                (row[r], steps[p, r]) = pair <= drop && pair <= add ? (pair, Pair) : drop <= add ? (drop, Drop) : (add, Add);
            }
        }

        return row[read.Length];
    }
}
