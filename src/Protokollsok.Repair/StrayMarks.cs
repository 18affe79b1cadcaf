using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Mends single words of sound lines on which an engine that knows Swedish took one mark for another, as happens on typewritten and
/// faint pages (<c>beråknas</c>, <c>centralnäåmnden</c>). Only words that nobody knows are looked at. A first look takes such damage for
/// very rare, and sees the plain cases; a second one judges each word by how much the document's other words showed.
/// </summary>
internal sealed class StrayMarks(SwedishModel model, LocalWords local)
{
    private readonly CandidateFinder _finder = new(model, ConfusionWeights.Light, local, MarkVariants.Of);

    /// <summary>The verdicts on each page, in its order; none where no word is in doubt.</summary>
    /// <param name="pages">Judged: what is settled stands on lines that kept their letters.</param>
    public List<List<Verdict>> Decode(IReadOnlyList<IReadOnlyList<Token>> pages)
    {
        var forms = StrayForms.Of(pages.SelectMany(tokens => tokens).Where(IsUnknown));
        if (forms.IsEmpty) return [];
        var tokens = pages.Select(page => Opened(page, forms)).ToList();
        if (tokens.All(page => page.All(token => token.IsSettled))) return [];

        var decoder = new Decoder(model, _finder);
        var rows = tokens.ConvertAll(page => Row(page, decoder, forms));
        var first = Posteriors(_ => ConfusionWeights.Light);
        var shown = new StrayEvidence(tokens, rows, first);
        var posteriors = Posteriors(shown.WeightsFor);
        return [.. tokens.Select((page, i) => Decoder.Verdicts(page, rows[i], posteriors[i], choice => (Calibration.OfStray(choice.Posterior), [])))];

        List<double[][]> Posteriors(Func<Token, ConfusionWeights> weightsFor) =>
            [.. tokens.Select((page, i) => decoder.Posteriors(page, rows[i], (token, candidate) => forms.Log(token, candidate, weightsFor(token))))];
    }

    /// <summary>The page with only the words in doubt open.</summary>
    private IReadOnlyList<Token> Opened(IReadOnlyList<Token> page, StrayForms forms) =>
        [.. page.Select(token => token with { IsSettled = !IsUnknown(token) || !IsInDoubt(token, forms) })];

    private static List<IReadOnlyList<Candidate>> Row(IReadOnlyList<Token> tokens, Decoder decoder, StrayForms forms) =>
        [.. decoder.Row(tokens).Select((candidates, i) => tokens[i].IsSettled ? candidates : forms.Weighed(tokens[i].Lower, candidates))];

    private bool IsUnknown(Token token) =>
        token is { IsSettled: true, Kind: TokenKind.Word } && MarkVariants.CanDiffer(token.Lower) && model.Find(token.Lower) < 0 && local.Count(token.Lower) == 0;

    private bool IsInDoubt(Token token, StrayForms forms) => forms.Weighed(token.Lower, _finder.Find(token.Lower, token.IsOpen)).Count > 1;
}
