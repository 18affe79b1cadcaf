namespace Protokollsok.Repair;

/// <summary>
/// The words of one document that nobody knows, and how often each stands there: a name that the document spells otherwise elsewhere is
/// borne out by that; the same form again and again speaks against damage, which varies.
/// </summary>
internal sealed class StrayForms
{
    private const int MostRepeats = 6;

    /// <summary>So many unknown words that the document does not show are thought of beside those it does.</summary>
    private const double Unseen = 10;

    /// <summary>No Swedish word holds <i>äå</i>; the letters' counts only know that none did.</summary>
    private const double LogDoubled = -5;

    private readonly Dictionary<string, int> _times;
    private readonly int _all;

    private StrayForms(Dictionary<string, int> times) => (_times, _all) = (times, times.Values.Sum());

    public bool IsEmpty => _all == 0;

    public static StrayForms Of(IEnumerable<Token> unknown) =>
        new(unknown.GroupBy(token => token.Lower).ToDictionary(form => form.Key, form => form.Count(), StringComparer.Ordinal));

    /// <summary>
    /// The candidates worth weighing: the word itself, words and compounds, what the document shows more often; of other spellings only
    /// those of a doubled letter.
    /// </summary>
    public IReadOnlyList<Candidate> Weighed(string seen, IReadOnlyList<Candidate> candidates)
    {
        var isDoubled = MarkVariants.IsDoubled(seen) && !candidates.Any(candidate => candidate.Text == seen && candidate.IsCompound);
        return [.. candidates.Where(IsHeard).Select(Shown)];

        bool IsHeard(Candidate candidate) => candidate.Text == seen || candidate.IsKnown || candidate.IsCompound
            || More(candidate, seen) > 0 || (isDoubled && !MarkVariants.IsDoubled(candidate.Text));

        Candidate Shown(Candidate candidate)
        {
            if (candidate.Text == seen && isDoubled)
                return candidate with { LogSpelling = candidate.LogSpelling + LogDoubled, LogName = candidate.LogName + LogDoubled };
            if (candidate.IsKnown || More(candidate, seen) <= 0) return candidate;
            var log = Math.Log(More(candidate, seen) / (_all + Unseen));
            return candidate with { LogSpelling = Math.Max(candidate.LogSpelling, log), LogName = Math.Max(candidate.LogName, log) };
        }
    }

    /// <summary>How likely the word was misread so wherever the document holds it, logarithm.</summary>
    public double Log(Token token, Candidate candidate, ConfusionWeights weights) => candidate.Confusions.Length == 0
        ? 0
        : Math.Clamp(_times.GetValueOrDefault(token.Lower), 1, MostRepeats) * weights.Sum(candidate.Confusions);

    private int More(Candidate candidate, string seen) => _times.GetValueOrDefault(candidate.Text) - _times.GetValueOrDefault(seen);
}
