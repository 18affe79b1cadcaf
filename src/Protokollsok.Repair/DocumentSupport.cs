namespace Protokollsok.Repair;

/// <summary>
/// What a document says about words that no lexicon knows. The same form again and again speaks against damage, which varies (five <c>Tannefors</c>
/// are no <i>ä</i>); different damaged forms that one word explains speak for that word.
/// </summary>
internal sealed class DocumentSupport
{
    private const int MostRepeats = 3;
    private const double PerOtherForm = 4, Most = 8;

    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);

    public static DocumentSupport Of(IEnumerable<Token> tokens, CandidateFinder finder)
    {
        var support = new DocumentSupport();
        foreach (var form in tokens.Where(token => token.Kind == TokenKind.Word).GroupBy(token => (token.Lower, token.IsOpen)))
        {
            var candidates = finder.Find(form.Key.Lower, form.Key.IsOpen);
            if (candidates.Any(candidate => candidate.LogSpelling == 0)) continue;
            support._repeats[form.Key.Lower] = form.Count() + support._repeats.GetValueOrDefault(form.Key.Lower);
            foreach (var candidate in candidates) support._forms[candidate.Text] = support._forms.GetValueOrDefault(candidate.Text) + 1;
        }

        return support;
    }

    /// <summary>What is added to the logarithm of a candidate's likelihood.</summary>
    public double Log(Token token, Candidate candidate, ConfusionWeights weights)
    {
        if (token.Kind != TokenKind.Word || !_repeats.TryGetValue(token.Lower, out var repeats)) return 0;
        var others = _forms.GetValueOrDefault(candidate.Text) - 1;
        return ((Math.Min(repeats, MostRepeats) - 1) * weights.Sum(candidate.Confusions)) + Math.Clamp(others * PerOtherForm, 0, Most);
    }
}
