namespace Protokollsok.Language;

/// <summary>
/// Which beginnings and endings the lexicon's words are put together from. Every word that ends with another word votes for its
/// best division; the beginning keeps its linking letters (<c>omsorgs</c>, <c>familje</c>).
/// </summary>
internal sealed class CompoundParts
{
    private const int ShortestFirst = 2, ShortestLast = 3, Rounds = 2, LeastFirst = 3, LeastLast = 2;

    /// <summary>Which words end compounds that nobody has written yet, and how many such a word that was seen to is worth.</summary>
    private const int ShortestUnseen = 4, LeastCountUnseen = 4, Scale = 8;

    public Dictionary<string, int> First { get; private set; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Last { get; private set; } = new(StringComparer.Ordinal);

    public static CompoundParts Of(IReadOnlyDictionary<string, int> lexicon, int leastCountOfLast, Func<string, bool> isName)
    {
        var parts = new CompoundParts();
        for (var round = 0; round < Rounds; round++)
        {
            var next = new CompoundParts();
            foreach (var word in lexicon.Keys) parts.Vote(word, lexicon, leastCountOfLast, next);
            parts = next;
        }

        parts.First = Kept(parts.First, LeastFirst);
        parts.Last = Kept(parts.Last, LeastLast);
        parts.AddUnseen(lexicon, isName);
        return parts;
    }

    /// <summary>Any word but a name may end a compound that nobody has written yet.</summary>
    private void AddUnseen(IReadOnlyDictionary<string, int> lexicon, Func<string, bool> isName)
    {
        foreach (var (word, count) in lexicon)
        {
            if (word.Length < ShortestUnseen || count < LeastCountUnseen || isName(word)) continue;
            Last[word] = Last.GetValueOrDefault(word) + 1;
        }
    }

    private void Vote(string word, IReadOnlyDictionary<string, int> lexicon, int leastCount, CompoundParts next)
    {
        var (best, bestScore) = (0, 0.0);
        for (var cut = ShortestFirst; cut <= word.Length - ShortestLast; cut++)
        {
            if (lexicon.GetValueOrDefault(word[cut..]) < leastCount) continue;
            var score = (1.0 + First.GetValueOrDefault(word[..cut])) * (1.0 + Last.GetValueOrDefault(word[cut..]));
            if (score <= bestScore) continue;
            (best, bestScore) = (cut, score);
        }

        if (best == 0) return;
        next.First[word[..best]] = next.First.GetValueOrDefault(word[..best]) + 1;
        next.Last[word[best..]] = next.Last.GetValueOrDefault(word[best..]) + 1;
    }

    private static Dictionary<string, int> Kept(Dictionary<string, int> counts, int least) =>
        counts.Where(part => part.Value >= least).ToDictionary(part => part.Key, part => part.Value * Scale, StringComparer.Ordinal);
}
