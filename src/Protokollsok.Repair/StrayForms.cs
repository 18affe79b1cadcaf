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

    public static StrayForms Of(List<Token[]> pages, TokenTest isUnknown)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            foreach (ref readonly var token in page.AsSpan())
            {
                if (isUnknown(token)) times[token.Lower] = times.GetValueOrDefault(token.Lower) + 1;
            }
        }

        return new StrayForms(times);
    }

    /// <summary>Whether more than the word itself is worth weighing.</summary>
    /// <param name="isName">Whether it stands where only a name has a capital.</param>
    public bool HasRivals(string seen, Candidate[] candidates, bool isName)
    {
        if (candidates.Length < 2) return false;
        var (isDoubled, heard) = (IsDoubled(seen, candidates), 0);
        foreach (var candidate in candidates)
        {
            if (IsHeard(candidate, seen, isDoubled, isName)) heard++;
        }

        return heard > 1;
    }

    /// <summary>
    /// The candidates worth weighing: the word itself, words and compounds, what the document shows more often; of other spellings only
    /// those of a doubled letter. Of names nearly all are compounds of some kind, which proves nothing.
    /// </summary>
    /// <inheritdoc cref="HasRivals"/>
    public Candidate[] Weighed(string seen, Candidate[] candidates, bool isName)
    {
        var isDoubled = IsDoubled(seen, candidates);
        return [.. candidates.Where(candidate => IsHeard(candidate, seen, isDoubled, isName)).Select(Shown)];

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
    public double Log(in Token token, Candidate candidate, Func<Token, ConfusionWeights> weightsFor) => candidate.Confusions.Length == 0
        ? 0
        : Math.Clamp(_times.GetValueOrDefault(token.Lower), 1, MostRepeats) * weightsFor(token).Sum(candidate.Confusions);

    private static bool IsDoubled(string seen, Candidate[] candidates) =>
        MarkVariants.IsDoubled(seen) && !Array.Exists(candidates, candidate => candidate.Text == seen && candidate.IsCompound);

    private bool IsHeard(Candidate candidate, string seen, bool isDoubled, bool isName) => candidate.Text == seen || candidate.IsKnown || (candidate.IsCompound && !isName)
        || More(candidate, seen) > 0 || (isDoubled && !MarkVariants.IsDoubled(candidate.Text));

    private int More(Candidate candidate, string seen) => _times.GetValueOrDefault(candidate.Text) - _times.GetValueOrDefault(seen);
}
