using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>Finds what a word as read may have been: words of the lexicon, compounds, and spellings for the rest. Not thread-safe: one for each document.</summary>
internal sealed class CandidateFinder(SwedishModel model)
{
    private const int Most = 8, ShortestCompound = 5;

    /// <summary>Of unknown words, which share compounds are; the rest is spelled.</summary>
    private static readonly double s_logCompound = Math.Log(0.6), s_logSpelled = Math.Log(0.4);

    private readonly LexiconSearch _lexicon = new(model);
    private readonly SpellingSearch _spelling = new(model);
    private readonly Dictionary<(string, bool), IReadOnlyList<Candidate>> _known = [];

    /// <summary>The likeliest candidates; the first is the word as it was read.</summary>
    /// <param name="seen">Lower case.</param>
    /// <param name="isOpen">Whether a hyphen follows.</param>
    public IReadOnlyList<Candidate> Find(string seen, bool isOpen)
    {
        if (!_known.TryGetValue((seen, isOpen), out var candidates)) _known[(seen, isOpen)] = candidates = Search(seen, isOpen);
        return candidates;
    }

    private List<Candidate> Search(string seen, bool isOpen)
    {
        var matches = _lexicon.Matches(seen, 0);
        var words = matches.Where(match => match.End == seen.Length && model.CountOf(match.Entry) > 0).Select(match => new Candidate(match.Text, match.Entry, 0, match.Confusions)).ToList();
        var unknown = new Dictionary<string, (double Log, byte[] Confusions)>(StringComparer.Ordinal) { [seen] = (double.NegativeInfinity, OwnConfusions(seen)) };
        if (isOpen || seen.Length >= ShortestCompound)
        {
            foreach (var compound in new CompoundSearch(model, _lexicon).Find(seen, matches, isOpen)) unknown[compound.Text] = (compound.LogParts, compound.Confusions);
        }

        if (words.Count == 0 && seen.All(IsSpellable))
        {
            foreach (var (text, confusions) in _spelling.Find(seen)) unknown.TryAdd(text, (double.NegativeInfinity, confusions));
        }

        foreach (var word in words) unknown.Remove(word.Text);
        words.AddRange(unknown.Select(pair => new Candidate(pair.Key, model.Unknown, LogSpelling(pair.Key, pair.Value.Log), pair.Value.Confusions)));
        return [.. words.OrderByDescending(word => word.Text == seen).ThenByDescending(Rank).DistinctBy(word => word.Text).Take(Most)];
    }

    private double Rank(Candidate candidate) => model.LogProbability(candidate.Word) + candidate.LogSpelling + ConfusionWeights.Prior.Sum(candidate.Confusions);

    private double LogSpelling(string text, double logCompound)
    {
        var (a, b) = (s_logCompound + logCompound, s_logSpelled + model.LogSpelling(text));
        return Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
    }

    /// <summary>An å that was read as å is a letter that came through.</summary>
    private static byte[] OwnConfusions(string seen) =>
        [.. ConfusionTable.All.Index().SelectMany(confusion => Enumerable.Repeat((byte)confusion.Index, confusion.Item.Seen.Length == 1 && confusion.Item.Seen[0] == confusion.Item.Letter ? seen.Count(c => c == confusion.Item.Letter) : 0))];

    private static bool IsSpellable(char c) => char.IsLetter(c);
}
