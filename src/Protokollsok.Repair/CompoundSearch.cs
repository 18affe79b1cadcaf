using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>Puts together compounds that a word as read may have been, from parts that the lexicon's compounds have, and from those that the dictionary allows.</summary>
internal sealed class CompoundSearch(SwedishModel model, LexiconSearch lexicon, ListedWords dictionary, ConfusionWeights weights)
{
    private const int MostParts = 4, Beam = 8, ShortestPart = 2, ShortestLast = 3;

    /// <summary>
    /// What one more part than two costs, and a part of two or three letters: such divisions are mostly chance (<c>om-räd-es</c>).
    /// </summary>
    private const double LogMoreParts = -4, LogShortPart = -2;

    private const int ShortPart = 3;

    /// <summary>
    /// A part that no compound of the lexicon has: how rare each is, more of them end compounds than begin them; and how far its letters tell which. Short ones fit anywhere
    /// (<c>al</c>, <c>ar</c>) and are left out.
    /// </summary>
    private const double LogListed = -9, LogListedLast = -10.5, Sharpness = 0.1;

    private const int ShortestListed = 4;

    private readonly LexiconSearch _listed = new(dictionary, weights);

    /// <summary>A compound that was put together, as its last part and what is before that; most are given up before anybody reads them.</summary>
    /// <param name="LogParts">How likely the parts are.</param>
    /// <param name="LogShare">How likely they were read so.</param>
    internal sealed record Compound(Compound? Before, LexiconMatch? Last, int Parts, double LogParts, double LogShare)
    {
        private string? _text;

        public static Compound None { get; } = new(null, null, 0, 0, 0);

        public double Log { get; } = LogParts + LogShare;

        public string Text => _text ??= Before?.Text + Last?.Text;

        public byte[] Confusions => Before is null || Last is null ? [] : [.. Before.Confusions, .. Last.Confusions];
    }

    private readonly record struct Part(LexiconMatch Match, double Log);

    /// <summary>The likeliest compounds, best first.</summary>
    /// <param name="seen">The word as read, lower case.</param>
    /// <param name="whole">The entries that begin it, as <see cref="LexiconSearch"/> found them.</param>
    /// <param name="isOpen">Whether a hyphen follows: then a first part may end it (<c>mödra-</c>).</param>
    public IEnumerable<Compound> Find(string seen, List<LexiconMatch> whole, bool isOpen)
    {
        var reached = new List<Compound>?[seen.Length + 1];
        reached[0] = [Compound.None];
        var found = new List<Compound>();
        for (var from = 0; from <= seen.Length - ShortestPart; from++)
        {
            if (reached[from] is not { } beginnings) continue;
            var parts = Parts(seen, from, from == 0 ? whole : lexicon.Matches(seen, from), isOpen);
            foreach (var beginning in Best(beginnings))
            {
                foreach (var part in parts) Extend(beginning, part);
            }
        }

        return found.Count == 0 ? [] : found.OrderByDescending(compound => compound.Log).DistinctBy(compound => compound.Text).Take(Beam);

        void Extend(Compound beginning, Part part)
        {
            var match = part.Match;
            if (match.Text.Length < ShortestPart || beginning.Parts == MostParts) return;
            if (match.End == seen.Length)
            {
                var canEnd = isOpen || (match.Text.Length >= ShortestLast && beginning.Parts > 0);
                if (canEnd) found.Add(Joined(beginning, match, part.Log));
            }
            else
            {
                (reached[match.End] ??= []).Add(Joined(beginning, match, part.Log + (beginning.Parts > 0 ? LogMoreParts : 0)));
            }
        }
    }

    /// <summary>What may go on from a place, or end there.</summary>
    private List<Part> Parts(string seen, int from, List<LexiconMatch> matches, bool isOpen)
    {
        var parts = new List<Part>(matches.Count);
        foreach (var match in matches)
        {
            var isEnd = match.End == seen.Length;
            var log = isEnd && !isOpen ? model.LogLastPart(match.Entry) : model.LogFirstPart(match.Entry);
            if (double.IsFinite(log)) parts.Add(new Part(match, log));
        }

        if (dictionary.Words == 0) return parts;
        foreach (var match in _listed.Matches(seen, from))
        {
            var use = UseOf(match, from, seen, isOpen);
            if (match.Text.Length < ShortestListed || !dictionary.UsesOf(match.Entry).HasFlag(use) || parts.Exists(part => part.Match.Text == match.Text)) continue;
            parts.Add(new Part(match, (use == WordUses.Ends ? LogListedLast : LogListed) + (Sharpness * model.LogSpelling(match.Text))));
        }

        return parts;
    }

    private static WordUses UseOf(LexiconMatch match, int from, string seen, bool isOpen)
    {
        if (match.End == seen.Length && !isOpen) return WordUses.Ends;
        return from == 0 ? WordUses.Begins : WordUses.Inside;
    }

    private static IEnumerable<Compound> Best(List<Compound> beginnings) =>
        beginnings.Count == 1 ? beginnings : beginnings.OrderByDescending(compound => compound.Log).Take(Beam);

    private static Compound Joined(Compound beginning, LexiconMatch match, double log) => new(
        beginning,
        match,
        beginning.Parts + 1,
        beginning.LogParts + log + (match.Text.Length <= ShortPart ? LogShortPart : 0),
        beginning.LogShare + match.LogShare);
}
