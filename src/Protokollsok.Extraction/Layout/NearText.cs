namespace Protokollsok.Extraction;

/// <summary>Texts that differ by a misread letter or two.</summary>
internal static class NearText
{
    /// <summary>
    /// Shorter ones, in letters, have to be equal; from the second length on <c>rn</c> may stand for <c>m</c>, which is two edits; from the third on another letter may be wrong.
    /// </summary>
    private const int Shortest = 10, Middling = 14, Long = 40;

    /// <summary>Whether one may be the other, misread.</summary>
    public static bool IsNear(string one, string other)
    {
        int most = EditsFor(Math.Min(one.Length, other.Length));
        if (most == 0 || Math.Abs(one.Length - other.Length) > most) return one == other;
        return Find(one, other, isWhole: true).Edits <= most;
    }

    /// <summary>So many letters may be wrong in a text of this length.</summary>
    public static int EditsFor(int length) => length < Shortest ? 0 : length < Middling ? 1 : length < Long ? 2 : 3;

    /// <summary>Where in a text something most like a pattern stands (Sellers).</summary>
    /// <param name="isWhole">Whether the pattern has to be the whole text.</param>
    /// <returns>Letters inserted, dropped or changed, and from where to where it reaches.</returns>
    public static (int Edits, int Start, int End) Find(string pattern, string text, bool isWhole = false)
    {
        var edits = new int[text.Length + 1];
        var starts = new int[text.Length + 1];
        for (var t = 0; t <= text.Length; t++) (edits[t], starts[t]) = isWhole ? (t, 0) : (0, t);
        for (var p = 1; p <= pattern.Length; p++)
        {
            var (diagonal, from) = (edits[0], starts[0]);
            edits[0] = p;
            for (var t = 1; t <= text.Length; t++)
            {
                var best = (Edits: diagonal + (pattern[p - 1] == text[t - 1] ? 0 : 1), Start: from);
                if (edits[t] + 1 < best.Edits) best = (edits[t] + 1, starts[t]);
                if (edits[t - 1] + 1 < best.Edits) best = (edits[t - 1] + 1, starts[t - 1]);
                (diagonal, from) = (edits[t], starts[t]);
                (edits[t], starts[t]) = best;
            }
        }

        var end = isWhole ? text.Length : Array.IndexOf(edits, edits.Min());
        return (edits[end], starts[end], end);
    }
}
