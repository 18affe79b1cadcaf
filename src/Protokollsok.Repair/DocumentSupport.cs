namespace Protokollsok.Repair;

/// <summary>
/// What a document says about words that no lexicon knows. The same form again and again speaks against damage, which varies (five
/// <c>Kvallefors</c>
/// are no <i>ä</i>); different damaged forms that one word explains speak for that word.
/// </summary>
internal sealed class DocumentSupport
{
    private const int MostRepeats = 6;
    private const double PerOtherForm = 4, Most = 8;

    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

    public static DocumentSupport Of(List<Token[]> pages, CandidateFinder finder)
    {
        var support = new DocumentSupport();
        var words = pages.SelectMany(Words).Where(word => !word.Token.IsSettled);
        support._sound.UnionWith(pages.SelectMany(tokens => tokens).Where(IsSoundName).Select(token => token.Lower));
        foreach (var form in words.GroupBy(word => (word.Token.Lower, word.Token.IsOpen)))
        {
            var candidates = finder.Find(form.Key.Lower, form.Key.IsOpen);
            var isName = form.All(word => char.IsUpper(word.Token.Seen[0])) && 2 * form.Count(word => word.IsInside) > form.Count();
            if (candidates[0].IsWord || (!isName && candidates.Any(candidate => candidate.IsWord))) continue;
            support._repeats[form.Key.Lower] = form.Count() + support._repeats.GetValueOrDefault(form.Key.Lower);
            foreach (var candidate in candidates.Where(candidate => !candidate.IsKnown))
                support._forms[candidate.Text] = support._forms.GetValueOrDefault(candidate.Text) + 1;
        }

        return support;
    }

    /// <summary>The words of a page, and whether each stands inside a sentence, where a capital makes a name.</summary>
    private static IEnumerable<(Token Token, bool IsInside)> Words(Token[] tokens) => tokens
        .Select((token, i) => (token, Sentence.ShowsNames(tokens, i)))
        .Where(word => word.token.Kind == TokenKind.Word);

    /// <summary>Whether the document itself shows the unknown word: on a sound line, or through several damaged forms of it.</summary>
    public bool BearsOut(Candidate candidate) => candidate.LocalCount > 0 || _sound.Contains(candidate.Text) || _forms.GetValueOrDefault(candidate.Text) > 2;

    /// <summary>With å, ä or ö, on a line that kept them.</summary>
    private static bool IsSoundName(Token token) => token is { Kind: TokenKind.Word, IsSettled: true } && token.Lower.AsSpan().ContainsAny("åäö");

    /// <summary>What is added to the logarithm of a candidate's likelihood.</summary>
    public double Log(Token token, Candidate candidate, ConfusionWeights weights)
    {
        if (token.Kind != TokenKind.Word || !_repeats.TryGetValue(token.Lower, out var repeats)) return 0;
        var others = _sound.Contains(candidate.Text) ? Most : _forms.GetValueOrDefault(candidate.Text) - 1;
        return ((Math.Min(repeats, MostRepeats) - 1) * weights.Sum(candidate.Confusions)) + Math.Clamp(others * PerOtherForm, 0, Most);
    }
}
