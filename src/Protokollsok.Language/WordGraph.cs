namespace Protokollsok.Language;

/// <summary>
/// The lexicon as a minimal graph of letters (words share beginnings and endings) that also numbers its words in alphabetical order.
/// An edge is 32 bits: the letter (6), whether a word ends here (1), whether it is its node's last (1), the node it leads to (24).
/// A node's edges stand in the order of their letters. Beside each stands how many words come before it in its node. Edge 0 is none.
/// </summary>
internal static class WordGraph
{
    private const int EndShift = 25, LastShift = 24, LetterShift = 26;
    private const uint TargetMask = 0xFFFFFF;

    public static uint Edge(byte letter, bool end, bool last, int target) =>
        (uint)letter << LetterShift | (end ? 1u << EndShift : 0) | (last ? 1u << LastShift : 0) | (uint)target;

    /// <summary>Whether every edge leads to another of them, and the last ends its node: so no walk leaves the graph.</summary>
    public static bool IsWhole(ReadOnlySpan<uint> edges)
    {
        foreach (var edge in edges)
        {
            if ((edge & TargetMask) >= edges.Length) return false;
        }

        return edges.Length == 1 || (edges[^1] >> LastShift & 1) != 0;
    }

    public static bool TryStep(ReadOnlySpan<uint> edges, ReadOnlySpan<uint> before, WordPrefix from, byte letter, out WordPrefix to)
    {
        to = default;
        if (letter == 0) return false;
        for (var i = from.Edges; i > 0; i++)
        {
            var edge = edges[i];
            if (edge >> LetterShift > letter) return false;
            if (edge >> LetterShift == letter)
            {
                to = new WordPrefix((int)(edge & TargetMask), from.Number + (from.IsEntry ? 1 : 0) + (int)before[i], (edge >> EndShift & 1) != 0);
                return true;
            }

            if ((edge >> LastShift & 1) != 0) return false;
        }

        return false;
    }
}
