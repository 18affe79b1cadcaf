using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>Puts together compounds that a word as read may have been, from parts that the lexicon's compounds have.</summary>
internal sealed class CompoundSearch(SwedishModel model, LexiconSearch lexicon)
{
    private const int MostParts = 4, Beam = 8, ShortestPart = 2, ShortestLast = 3;

    /// <summary>
    /// What one more part than two costs, and a part of two or three letters: such divisions are mostly chance (<c>om-räd-es</c>).
    /// </summary>
    private const double LogMoreParts = -4, LogShortPart = -2;

    private const int ShortPart = 3;

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
            var matches = from == 0 ? whole : lexicon.Matches(seen, from);
            foreach (var beginning in Best(beginnings))
            {
                foreach (var match in matches) Extend(beginning, match);
            }
        }

        return found.Count == 0 ? [] : found.OrderByDescending(compound => compound.Log).DistinctBy(compound => compound.Text).Take(Beam);

        void Extend(Compound beginning, LexiconMatch match)
        {
            if (match.Text.Length < ShortestPart || beginning.Parts == MostParts) return;
            if (match.End == seen.Length)
            {
                var canEnd = isOpen || (match.Text.Length >= ShortestLast && beginning.Parts > 0);
                if (!canEnd) return;
                var ending = isOpen ? model.LogFirstPart(match.Entry) : model.LogLastPart(match.Entry);
                if (double.IsFinite(ending)) found.Add(Joined(beginning, match, ending));
            }
            else if (model.LogFirstPart(match.Entry) is var first && double.IsFinite(first))
            {
                (reached[match.End] ??= []).Add(Joined(beginning, match, first + (beginning.Parts > 0 ? LogMoreParts : 0)));
            }
        }
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
