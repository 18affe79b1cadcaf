using System.Collections.Frozen;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Reads the damaged pages of one document anew: for each word what it may have been, weighed by its neighbours and by what the
/// document itself shows of the damage.
/// </summary>
internal sealed class Decoder(SwedishModel model, CandidateFinder finder)
{
    private const int LongestAcronym = 5, ShortestJoined = 3, CountOfJoined = 50, ShortWord = 6;

    /// <summary>The lexicon holds nearly all short words, so that an unknown one is rarely printed.</summary>
    private const double LogUnknownShort = -1;

    private const double LeastConfidence = 0.05;

    /// <summary>Of all numbers in running text, those that are a lone 1.</summary>
    private static readonly double s_logOneOfNumbers = Math.Log(0.04);

    private static readonly double s_logUnknownCapital = Math.Log(0.4), s_logUnknownSmall = Math.Log(0.3), s_logNameAtStart = Math.Log(0.1);

    private readonly ChoiceEvidence _evidence = new(model);

    /// <summary>The verdicts on each page, in its order.</summary>
    public List<List<Verdict>> Decode(IReadOnlyList<IReadOnlyList<Token>> pages)
    {
        var rows = pages.Select(Row).ToList();
        var support = DocumentSupport.Of(pages, finder);
        var first = pages.Select((tokens, page) => Posteriors(tokens, rows[page], Channel(finder.Weights))).ToList();
        var context = pages.Select((tokens, page) => new ContextChoice(model).Of(tokens, rows[page], first[page])).ToList();
        var weights = finder.Weights.Learnt(Expected(rows, first), new Dictionary<char, int> { ['i'] = pages.Sum(tokens => tokens.Count(token => token.Lower == "i")) });
        return [.. pages.Select((tokens, page) => Verdicts(tokens, rows[page], Posteriors(tokens, rows[page], Channel(weights), context[page].Logs), Believed, context[page].Odds))];

        (double, double[]) Believed(Choice choice)
        {
            var isBorneOut = support.BearsOut(choice.Best);
            var evidence = _evidence.Of(choice, weights, isBorneOut);
            return (Calibration.Of(choice, evidence, isBorneOut), [ChoiceEvidence.KindOf(choice), .. evidence]);
        }

        Func<Token, Candidate, double> Channel(ConfusionWeights of) => (token, candidate) => of.Sum(candidate.Confusions) + support.Log(token, candidate, of);
    }

    /// <summary>What each token of a page may have been.</summary>
    public List<IReadOnlyList<Candidate>> Row(IReadOnlyList<Token> tokens) => [.. tokens.Select((_, i) => CandidatesAt(tokens, i))];

    /// <summary>How likely each candidate of a row is, 0–1.</summary>
    /// <param name="logMisread">How likely a candidate was read as the token, logarithm.</param>
    public double[][] Posteriors(IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> row, Func<Token, Candidate, double> logMisread, double[][]? context = null)
    {
        var places = new LatticePlace[row.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var (token, isInside) = (tokens[i], Sentence.ShowsNames(tokens, i));
            places[i] = new LatticePlace(
                [.. row[i].Select(candidate => candidate.Word)],
                [.. row[i].Select((candidate, c) => LogOwn(token, candidate, isInside) + logMisread(token, candidate) + (context?[i][c] ?? 0))]);
        }

        return new Lattice(model, places).Posteriors();
    }

    /// <summary>What is decided about a page: each word that is likelier another one.</summary>
    /// <param name="posteriors">How likely each candidate of the row is, 0–1.</param>
    /// <param name="believed">How far a choice is believed, 0–1.</param>
    public static List<Verdict> Verdicts(
        IReadOnlyList<Token> tokens, List<IReadOnlyList<Candidate>> row, double[][] posteriors, Func<Choice, (double Confidence, double[] Evidence)> believed, double[][]? contextOdds = null)
    {
        var verdicts = new List<Verdict>();
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Count < 2) continue;
            var (first, next) = BestTwo(posteriors[i]);
            var (best, second) = (row[i][first], row[i][next]);
            if (best.Text == tokens[i].Lower) continue;
            var choice = new Choice(tokens[i], row[i][0], best, second, posteriors[i][first], Sentence.ShowsNames(tokens, i), Sentence.Begins(tokens, i)) { ContextOdds = contextOdds?[i][first] ?? 0 };
            var (confidence, evidence) = believed(choice);
            verdicts.AddRange(WordWriter.Verdicts(choice, confidence).Select(verdict => verdict with { Evidence = evidence }));
        }

        return verdicts;
    }

    private static (int First, int Next) BestTwo(double[] posteriors)
    {
        var (first, next) = posteriors[1] > posteriors[0] ? (1, 0) : (0, 1);
        for (var i = 2; i < posteriors.Length; i++)
        {
            if (posteriors[i] > posteriors[first]) (first, next) = (i, first);
            else if (posteriors[i] > posteriors[next]) next = i;
        }

        return (first, next);
    }

    private double LogOwn(Token token, Candidate candidate, bool isInside) =>
        LogSpelling(token, candidate, isInside)
        + LogCapital(token, candidate, isInside)
        + LogAsRead(token, candidate)
        + candidate.LogLocal;

    /// <summary>How far the reader itself believed what it read.</summary>
    private static double LogAsRead(Token token, Candidate candidate) =>
        candidate.Text == token.Lower ? Math.Log(Math.Clamp(token.Confidence, LeastConfidence, 1)) : 0;

    private IReadOnlyList<Candidate> CandidatesAt(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        return token.Kind switch
        {
            TokenKind.Word when token.IsSettled => Only(token.Lower, model.Find(token.Lower) is var word and >= 0 ? word : model.Unknown),
            TokenKind.LoneOne when token.IsSettled => Only(token.Lower, model.Number),
            TokenKind.Word when IsAcronym(tokens, at) => Only(token.Lower, model.Find(token.Lower) is var word and >= 0 ? word : model.Unknown),
            TokenKind.Word when IsNumberAndWord(token) => Only(token.Lower, model.Number),
            TokenKind.Word => finder.Find(token.Lower, token.IsOpen),
            TokenKind.LoneOne when IsBetweenWords(tokens, at) =>
            [
                new Candidate("1", model.Number, s_logOneOfNumbers, 0, false, []),
                new Candidate("i", model.Find("i"), 0, 0, false, [LoneOneConfusion]),
            ],
            TokenKind.LoneOne or TokenKind.Number => Only(token.Lower, model.NumberOrYear(token.Seen)),
            TokenKind.Boundary => Only("", model.Boundary),
            _ => Only(token.Lower, model.Find(token.Lower) is var word and >= 0 ? word : model.Unknown),
        };
    }

    private static Candidate[] Only(string text, int word) => [new Candidate(text, word, 0, 0, false, [])];

    /// <summary>A few capitals between other words are letters of names (<c>ADL</c>); in a heading of capitals they are a word.</summary>
    private static bool IsAcronym(IReadOnlyList<Token> tokens, int at)
    {
        return IsCapitals(at) && tokens[at].Seen.Length <= LongestAcronym && !IsCapitals(at - 1) && !IsCapitals(at + 1);

        bool IsCapitals(int place) => place >= 0 && place < tokens.Count && tokens[place] is { Kind: TokenKind.Word } token && token.Seen.All(char.IsUpper);
    }

    /// <summary>
    /// A number and a word without a blank between them (<c>1gång</c>, <c>16maj</c>); a lone 6 begins too many words with ö for that.
    /// </summary>
    private bool IsNumberAndWord(Token token)
    {
        var digits = token.Seen.Length - token.Seen.AsSpan().TrimStart("0123456789").Length;
        if (digits == 0 || (digits == 1 && token.Seen[0] == '6')) return false;
        return token.Seen.Length - digits >= ShortestJoined && finder.Find(token.Lower[digits..], token.IsOpen).Any(candidate => candidate.IsKnown && model.CountOf(candidate.Word) >= CountOfJoined);
    }

    private static byte LoneOneConfusion { get; } = (byte)ConfusionTable.All.Index().First(confusion => confusion.Item is { Letter: 'i', Seen: "1" }).Index;

    /// <summary>A 1 that begins a line, ends a sentence or stands beside a number, a month or a unit is a number.</summary>
    private bool IsBetweenWords(IReadOnlyList<Token> tokens, int at)
    {
        if (at == 0 || at + 1 >= tokens.Count) return false;
        var (before, after) = (tokens[at - 1], tokens[at + 1]);
        return before.Kind == TokenKind.Word && after.Kind == TokenKind.Word
            && !IsAmong(before, NumberNeighbours.Before) && !IsAmong(after, NumberNeighbours.After);
    }

    private bool IsAmong(Token token, FrozenSet<string> words) => finder.Find(token.Lower, token.IsOpen).Any(candidate => words.Contains(candidate.Text));

    /// <summary>A capital inside a sentence makes a name of an unknown word; at its beginning it may be one.</summary>
    private static double LogSpelling(Token token, Candidate candidate, bool isInside)
    {
        if (token.Kind != TokenKind.Word || !char.IsUpper(token.Seen[0])) return candidate.LogSpelling;
        return isInside ? candidate.LogName : Math.Max(candidate.LogSpelling, candidate.LogName + s_logNameAtStart);
    }

    private double LogCapital(Token token, Candidate candidate, bool isInside)
    {
        if (!isInside || token.Kind != TokenKind.Word || !char.IsLetter(token.Seen[0]) || token.Seen.All(char.IsUpper)) return 0;
        var isCapital = char.IsUpper(token.Seen[0]);
        if (candidate.Word == model.Unknown)
            return isCapital ? s_logUnknownCapital : s_logUnknownSmall + (candidate.Text.Length <= ShortWord ? LogUnknownShort : 0);
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
}
