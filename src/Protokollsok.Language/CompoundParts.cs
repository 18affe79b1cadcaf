namespace Protokollsok.Language;

/// <summary>
/// Which beginnings and endings the lexicon's words are put together from. Every word that ends with another word votes for its
/// best division; the beginning keeps its linking letters (<c>omsorgs</c>, <c>familje</c>).
/// </summary>
internal sealed class CompoundParts
{
    private const int ShortestFirst = 2, ShortestLast = 3, Rounds = 2, LeastFirst = 3, LeastLast = 2;

    public Dictionary<string, int> First { get; private set; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Last { get; private set; } = new(StringComparer.Ordinal);

    public static CompoundParts Of(IReadOnlyDictionary<string, int> lexicon, int leastCountOfLast)
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
        return parts;
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
        counts.Where(part => part.Value >= least).ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal);
}
