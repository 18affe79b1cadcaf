using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>
/// Mends single words of sound lines on which an engine that knows Swedish took one mark for another, as happens on typewritten and
/// faint pages (<c>beråknas</c>, <c>centralnäåmnden</c>). Only words that nobody knows are looked at. A first look takes such damage for
/// very rare, and sees the plain cases; a second one judges each word by how much the document's other words showed.
/// </summary>
internal sealed class StrayMarks
{
    private readonly LocalWords _local;
    private readonly CandidateFinder _finder;
    private readonly Decoder _decoder;

    public StrayMarks(SwedishModel model, ListedWords dictionary, LocalWords local)
    {
        _local = local;
        _finder = new CandidateFinder(model, dictionary, ConfusionWeights.Light, local, MarkVariants.Of);
        _decoder = new Decoder(model, _finder);
    }

    /// <summary>The verdicts on each page, in its order; none where no word is in doubt.</summary>
    /// <param name="pages">Judged: what is settled stands on lines that kept their letters.</param>
    public List<List<Verdict>> Decode(List<Token[]> pages)
    {
        var forms = StrayForms.Of(pages, IsUnknown);
        if (forms.IsEmpty) return [];
        var rows = pages.ConvertAll(page => Row(page, forms));
        if (rows.TrueForAll(row => row is null)) return [];

        var first = Posteriors(_ => ConfusionWeights.Light);
        var shown = new StrayEvidence(pages, rows, first);
        var posteriors = Posteriors(shown.WeightsFor);
        var verdicts = rows.Select((row, page) => row is null ? [] : Decoder.Verdicts(Decoder.Choices(row, posteriors[page]!), choice => (Calibration.OfStray(choice.Posterior), []))).ToList();
        rows.ForEach(row => row?.Dispose());
        return verdicts;

        List<double[]?> Posteriors(Func<Token, ConfusionWeights> weightsFor) =>
            rows.ConvertAll(row => row?.Posteriors((in token, candidates, logs) =>
            {
                for (var i = 0; i < logs.Length; i++) logs[i] = forms.Log(token, candidates[i], weightsFor);
            }));
    }

    /// <summary>The page with only the words in doubt open; <see langword="null"/> where none is.</summary>
    private RowOfWords? Row(Token[] page, StrayForms forms)
    {
        var tokens = page.Select((token, i) => token with { IsSettled = !IsInDoubt(page, i, forms) }).ToArray();
        if (Array.TrueForAll(tokens, token => token.IsSettled)) return null;
        var candidates = _decoder.Candidates(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsSettled) candidates[i] = forms.Weighed(tokens[i].Lower, candidates[i], IsName(tokens, i));
        }

        return _decoder.Row(tokens, candidates);
    }

    private bool IsUnknown(in Token token) =>
        token is { IsSettled: true, Kind: TokenKind.Word, Word: { IsMarked: true, IsKnown: false } } && _local.Count(token.Lower) == 0;

    private bool IsInDoubt(Token[] page, int at, StrayForms forms) =>
        IsUnknown(page[at]) && forms.HasRivals(page[at].Lower, _finder.Find(page[at].Word, page[at].IsOpen), IsName(page, at));

    private static bool IsName(Token[] page, int at) => page[at].Word is { IsCapital: true, IsCapitals: false } && Sentence.ShowsNames(page, at);
}
