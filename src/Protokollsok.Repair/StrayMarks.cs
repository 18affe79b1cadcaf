using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Single words of sound lines on which an engine that knows Swedish took one mark for another (<c>beråknas</c>, <c>nämnden</c> as
/// <c>näåmnden</c>): typewritten and faint pages. Only words that nobody knows are looked at.
/// </summary>
internal sealed class StrayMarks(SwedishModel model)
{
    private const int ShortestWord = 4;
    private const string Marked = "åäö";

    private readonly CandidateFinder _finder = new(model, ConfusionWeights.Light, spells: false);

    /// <summary>The verdicts on each page, in its order.</summary>
    /// <param name="pages">Judged, with what lost its letters open.</param>
    public List<List<Verdict>> Decode(IReadOnlyList<PageTokens> pages)
    {
        var tokens = pages.Select(page => (IReadOnlyList<Token>)[.. page.Tokens.Select(token => token with { IsSettled = !IsSuspect(token) })]).ToList();
        if (tokens.All(page => page.All(token => token.IsSettled))) return [];
        var decoder = new Decoder(model, _finder);
        var rows = tokens.ConvertAll(decoder.Row);
        var support = DocumentSupport.Of(tokens, _finder);
        var first = tokens.Select((page, i) => decoder.Posteriors(page, rows[i], _ => ConfusionWeights.Light, support)).ToList();
        var (sound, shown) = (SoundMarks(tokens), Shown(tokens, rows, first));
        var weights = new Dictionary<string, ConfusionWeights>(StringComparer.Ordinal);
        return [.. tokens.Select((page, i) => Verdicts(page, rows[i], decoder.Posteriors(page, rows[i], WeightsOf, support), first[i]))];

        ConfusionWeights WeightsOf(Token token)
        {
            if (token.IsSettled) return ConfusionWeights.Light;
            if (weights.TryGetValue(token.Lower, out var known)) return known;
            var expected = new double[ConfusionTable.All.Length];
            foreach (var (form, shares) in shown)
            {
                if (form == token.Lower) continue;
                for (var i = 0; i < expected.Length; i++) expected[i] += shares[i];
            }

            return weights[token.Lower] = ConfusionWeights.Light.Learnt(expected, sound);
        }
    }

    private static Dictionary<string, double[]> Shown(List<IReadOnlyList<Token>> pages, List<List<IReadOnlyList<Candidate>>> rows, List<double[][]> posteriors)
    {
        var shown = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var page = 0; page < pages.Count; page++)
        {
            for (var i = 0; i < pages[page].Count; i++)
            {
                if (rows[page][i].Count < 2) continue;
                var expected = new double[ConfusionTable.All.Length];
                for (var k = 0; k < rows[page][i].Count; k++)
                {
                    foreach (var confusion in rows[page][i][k].Confusions) expected[confusion] += posteriors[page][i][k];
                }

                shown[pages[page][i].Lower] = expected;
            }
        }

        return shown;
    }

    private static List<Verdict> Verdicts(IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> row, double[][] posteriors, double[][] first)
    {
        var verdicts = new List<Verdict>();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Count < 2) continue;
            var order = Enumerable.Range(0, row[i].Count).OrderByDescending(k => posteriors[i][k]).ToArray();
            var best = row[i][order[0]];
            var alt = row[i].Index().OrderByDescending(c => posteriors[i][c.Index]).FirstOrDefault(c => c.Item.Text != tokens[i].Lower);
            if (alt.Item is not null)
            {
                var own = row[i].Index().First(c => c.Item.Text == tokens[i].Lower).Index;
                Console.Error.WriteLine(System.FormattableString.Invariant($"LIGHT {tokens[i].First.Line} {tokens[i].Seen} {alt.Item.Text} {(alt.Item.IsKnown ? "known" : alt.Item.IsCompound ? "comp" : "letters")} own:{row[i][own].IsCompound} first {Math.Log(first[i][alt.Index] / first[i][own]):f1} learnt {Math.Log(posteriors[i][alt.Index] / posteriors[i][own]):f1}"));
            }
            if (best.Text == tokens[i].Lower) continue;
            var startsSentence = i == 0 || tokens[i - 1].Kind == TokenKind.Boundary;
            verdicts.AddRange(WordWriter.Verdicts(tokens[i], best, posteriors[i][order[0]], row[i][order[1]], startsSentence));
        }

        return verdicts;
    }

    private bool IsSuspect(Token token) => token is { Kind: TokenKind.Word, IsSettled: true, Lower.Length: >= ShortestWord }
        && token.Lower.AsSpan().ContainsAny(Marked)
        && model.Find(token.Lower) < 0
        && _finder.Find(token.Lower, token.IsOpen).Count > 1;

    private static Dictionary<char, int> SoundMarks(IEnumerable<IReadOnlyList<Token>> pages)
    {
        var counts = Marked.ToDictionary(mark => mark, _ => 0);
        foreach (var letter in pages.SelectMany(tokens => tokens).Where(token => token.IsSettled).SelectMany(token => token.Lower))
        {
            if (counts.TryGetValue(letter, out var count)) counts[letter] = count + 1;
        }

        return counts;
    }
}
