using System.Runtime.InteropServices;

namespace Protokollsok.Repair;

/// <summary>
/// What a document says about words that no lexicon knows. The same form again and again speaks against damage, which varies (five
/// <c>Kvallefors</c>
/// are no <i>ä</i>); different damaged forms that one word explains speak for that word, and one sound line that shows it
/// with its marks outweighs them all, unless another shows it without.
/// </summary>
internal sealed class DocumentSupport
{
    private const int MostRepeats = 6;
    private const double PerOtherForm = 4, Most = 8, Shown = 14;

    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal), _soundWithout = new(StringComparer.Ordinal);

    public static DocumentSupport Of(List<Token[]> pages, CandidateFinder finder)
    {
        var support = new DocumentSupport();
        var forms = new Dictionary<(string Lower, bool IsOpen), Form>();
        foreach (var tokens in pages) support.Count(tokens, finder, forms);
        foreach (var ((lower, _), form) in forms)
        {
            var isName = form.Capitals == form.Times && 2 * form.Inside > form.Times;
            if (!isName && Array.Exists(form.Candidates, candidate => candidate.IsWord)) continue;
            support._repeats[lower] = form.Times + support._repeats.GetValueOrDefault(lower);
            foreach (var candidate in form.Candidates.Where(candidate => !candidate.IsKnown))
                support._forms[candidate.Text] = support._forms.GetValueOrDefault(candidate.Text) + 1;
        }

        return support;
    }

    /// <summary>Counts the words that are no words as read.</summary>
    private void Count(Token[] tokens, CandidateFinder finder, Dictionary<(string, bool), Form> forms)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind != TokenKind.Word) continue;
            if (token.IsSettled)
            {
                if (IsSoundName(token)) _sound.Add(token.Lower);
                else if (token.Word is { IsCapital: true, Entry: < 0 }) _soundWithout.Add(token.Lower);
                continue;
            }

            var candidates = finder.Find(token.Word, token.IsOpen);
            if (candidates[0].IsWord) continue;
            ref var form = ref CollectionsMarshal.GetValueRefOrAddDefault(forms, (token.Lower, token.IsOpen), out _);
            form.Candidates = candidates;
            form.Times++;
            if (token.Word.IsCapital) form.Capitals++;
            if (Sentence.ShowsNames(tokens, i)) form.Inside++;
        }
    }

    /// <summary>Whether the document itself shows the unknown word: on a sound line, or through several damaged forms of it.</summary>
    public bool BearsOut(Candidate candidate) => candidate.LocalCount > 0 || _sound.Contains(candidate.Text) || _forms.GetValueOrDefault(candidate.Text) > 2;

    /// <summary>With å, ä or ö, on a line that kept them.</summary>
    private static bool IsSoundName(in Token token) => token.Lower.AsSpan().ContainsAny("åäö");

    /// <summary>Adds to the logarithms of the candidates' likelihoods.</summary>
    public void Add(in Token token, ReadOnlySpan<Candidate> candidates, ConfusionWeights weights, Span<double> logs)
    {
        if (token.Kind != TokenKind.Word || !_repeats.TryGetValue(token.Lower, out var repeats)) return;
        var isWithout = _soundWithout.Contains(token.Lower);
        for (var i = 0; i < logs.Length; i++) logs[i] += Log(candidates[i], repeats, isWithout, weights);
    }

    private double Log(Candidate candidate, int repeats, bool isWithout, ConfusionWeights weights)
    {
        if (!isWithout && _sound.Contains(candidate.Text)) return Shown;
        var others = _forms.GetValueOrDefault(candidate.Text) - 1;
        return ((Math.Min(repeats, MostRepeats) - 1) * weights.Sum(candidate.Confusions)) + Math.Clamp(others * PerOtherForm, 0, Most);
    }

    /// <summary>A form that is no word as read: how often it stands in the document, with a capital, and where a capital makes a name.</summary>
    private struct Form
    {
        public Candidate[] Candidates;
        public int Times, Capitals, Inside;
    }
}
