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

    /// <summary>A compound that was put together.</summary>
    /// <param name="LogParts">How likely the parts are.</param>
    internal sealed record Compound(string Text, int Parts, double LogParts, double LogShare, byte[] Confusions)
    {
        public double Log => LogParts + LogShare;
    }

    /// <summary>The likeliest compounds, best first.</summary>
    /// <param name="seen">The word as read, lower case.</param>
    /// <param name="whole">The entries that begin it, as <see cref="LexiconSearch"/> found them.</param>
    /// <param name="isOpen">Whether a hyphen follows: then a first part may end it (<c>mödra-</c>).</param>
    public IEnumerable<Compound> Find(string seen, List<LexiconMatch> whole, bool isOpen)
    {
        var reached = new List<Compound>[seen.Length + 1];
        reached[0] = [new Compound("", 0, 0, 0, [])];
        var found = new List<Compound>();
        for (var from = 0; from <= seen.Length - ShortestPart; from++)
        {
            if (reached[from] is not { } beginnings) continue;
            var matches = from == 0 ? whole : lexicon.Matches(seen, from);
            foreach (var beginning in beginnings.OrderByDescending(compound => compound.Log).Take(Beam))
            {
                foreach (var match in matches) Extend(beginning, match);
            }
        }

        return found.OrderByDescending(compound => compound.Log).DistinctBy(compound => compound.Text).Take(Beam);

        void Extend(Compound beginning, LexiconMatch match)
        {
            if (match.Text.Length < ShortestPart || beginning.Parts == MostParts) return;
            if (match.End == seen.Length)
            {
                var canEnd = isOpen || (match.Text.Length >= ShortestLast && beginning.Parts > 0);
                var ending = isOpen ? model.LogFirstPart(match.Entry) : model.LogLastPart(match.Entry);
                if (canEnd && double.IsFinite(ending)) found.Add(Joined(beginning, match, ending));
            }
            else if (model.LogFirstPart(match.Entry) is var first && double.IsFinite(first))
            {
                (reached[match.End] ??= []).Add(Joined(beginning, match, first + (beginning.Parts > 0 ? LogMoreParts : 0)));
            }
        }
    }

    private static Compound Joined(Compound beginning, LexiconMatch match, double log) => new(
        beginning.Text + match.Text,
        beginning.Parts + 1,
        beginning.LogParts + log + (match.Text.Length <= ShortPart ? LogShortPart : 0),
        beginning.LogShare + match.LogShare,
        [.. beginning.Confusions, .. match.Confusions]);
}
