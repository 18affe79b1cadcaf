using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Reads the damaged pages of one document anew: for each word what it may have been, weighed by its neighbours and by what the document itself shows of the damage.
/// </summary>
internal sealed class Decoder(SwedishModel model, CandidateFinder finder)
{
    /// <summary>Of all numbers in running text, those that are a lone 1.</summary>
    private static readonly double s_logOneOfNumbers = Math.Log(0.04);

    private static readonly double s_logUnknownCapital = Math.Log(0.4), s_logUnknownSmall = Math.Log(0.6);

    /// <summary>What stands after a number, or before its number.</summary>
    private static readonly HashSet<string> s_besideNumbers = new(StringComparer.Ordinal)
    {
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug",
        "sept", "sep", "okt", "nov", "dec", "kr", "kronor", "krona", "tkr", "mkr", "mnkr", "mdkr", "miljon", "miljoner", "miljard", "miljarder", "tusen", "st", "styck", "procent", "kap", "kapitlet",
        "st", "nr", "nummer", "bilaga", "punkt", "punkten", "steg", "sida", "sid", "blad", "etapp", "alternativ", "grupp", "fas", "del", "version", "tabell", "figur", "klass", "stycket", "paragraf",
        "ja", "nej", "mot", "plats", "timme", "tim", "år", "ar", "dag", "vecka", "km", "m", "kg", "ha", "kvm", "kl", "klockan", "den", "dnr", "rad", "kolumn", "ton", "till", "och",
    };

    /// <summary>The verdicts on each page, in its order.</summary>
    public List<List<Verdict>> Decode(IReadOnlyList<IReadOnlyList<Token>> pages)
    {
        var rows = pages.Select(tokens => tokens.Select((_, i) => CandidatesAt(tokens, i)).ToList()).ToList();
        var support = DocumentSupport.Of(pages.SelectMany(tokens => tokens), finder);
        var first = pages.Select((tokens, page) => Posteriors(tokens, rows[page], ConfusionWeights.Prior, support)).ToList();
        var weights = ConfusionWeights.Learnt(Expected(rows, first));
        return [.. pages.Select((tokens, page) => Verdicts(tokens, rows[page], Posteriors(tokens, rows[page], weights, support)))];
    }

    private double[][] Posteriors(IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> row, ConfusionWeights weights, DocumentSupport support)
    {
        var places = new LatticePlace[row.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var token = tokens[i];
            var isInside = i > 0 && tokens[i - 1].Kind != TokenKind.Boundary;
            places[i] = new LatticePlace(
                [.. row[i].Select(candidate => candidate.Word)],
                [.. row[i].Select(candidate => candidate.LogSpelling + weights.Sum(candidate.Confusions) + LogCapital(token, candidate, isInside) + support.Log(token, candidate, weights))]);
        }

        return new Lattice(model, places).Posteriors();
    }

    private IReadOnlyList<Candidate> CandidatesAt(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        return token.Kind switch
        {
            TokenKind.Word => finder.Find(token.Lower, token.IsOpen),
            TokenKind.LoneOne when IsBetweenWords(tokens, at) => [new Candidate("1", model.Number, s_logOneOfNumbers, []), new Candidate("i", model.Find("i"), 0, [LoneOneConfusion])],
            TokenKind.LoneOne or TokenKind.Number => [new Candidate(token.Lower, model.Number, 0, [])],
            TokenKind.Boundary => [new Candidate("", model.Boundary, 0, [])],
            _ => [new Candidate(token.Lower, model.Find(token.Lower) is var word and >= 0 ? word : model.Unknown, 0, [])],
        };
    }

    private static byte LoneOneConfusion { get; } = (byte)ConfusionTable.All.Index().First(confusion => confusion.Item is { Letter: 'i', Seen: "1" }).Index;

    /// <summary>A 1 that begins a line, ends a sentence or stands beside a number, a month or a unit is a number.</summary>
    private static bool IsBetweenWords(IReadOnlyList<Token> tokens, int at)
    {
        if (at == 0 || at + 1 >= tokens.Count) return false;
        var (before, after) = (tokens[at - 1], tokens[at + 1]);
        return before.Kind == TokenKind.Word && after.Kind == TokenKind.Word && !s_besideNumbers.Contains(before.Lower) && !s_besideNumbers.Contains(after.Lower);
    }

    private double LogCapital(Token token, Candidate candidate, bool isInside)
    {
        if (!isInside || token.Kind != TokenKind.Word || !char.IsLetter(token.Seen[0]) || token.Seen.All(char.IsUpper)) return 0;
        var isCapital = char.IsUpper(token.Seen[0]);
        if (candidate.Word == model.Unknown) return isCapital ? s_logUnknownCapital : s_logUnknownSmall;
        var share = 0.02 + (0.96 * model.CapitalShare(candidate.Word));
        return Math.Log(isCapital ? share : 1 - share);
    }

    private static double[] Expected(List<List<IReadOnlyList<Candidate>>> rows, List<double[][]> posteriors)
    {
        var expected = new double[ConfusionTable.All.Length];
        foreach (var (row, likely) in rows.Zip(posteriors))
        {
            foreach (var (candidates, shares) in row.Zip(likely))
            {
                for (var i = 0; i < shares.Length; i++)
                {
                    foreach (var confusion in candidates[i].Confusions) expected[confusion] += shares[i];
                }
            }
        }

        return expected;
    }

    private static List<Verdict> Verdicts(IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> row, double[][] posteriors)
    {
        var verdicts = new List<Verdict>();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Count < 2) continue;
            var order = Enumerable.Range(0, row[i].Count).OrderByDescending(k => posteriors[i][k]).ToArray();
            var best = row[i][order[0]];
            if (best.Text == tokens[i].Lower) continue;
            var startsSentence = i == 0 || tokens[i - 1].Kind == TokenKind.Boundary;
            verdicts.AddRange(WordWriter.Verdicts(tokens[i], best, posteriors[i][order[0]], row[i][order[1]], startsSentence));
        }

        return verdicts;
    }
}
