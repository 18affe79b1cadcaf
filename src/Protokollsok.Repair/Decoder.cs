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

    private readonly ChoiceEvidence _evidence = new(model, finder.Dictionary);
    private readonly Candidate[] _boundary = Only("", model.Boundary);

    /// <summary>The verdicts on each page, in its order.</summary>
    public List<List<Verdict>> Decode(List<Token[]> pages)
    {
        var rows = Rows(pages, token => !token.IsSettled);
        var support = DocumentSupport.Of(pages, finder);
        var first = rows.ConvertAll(row => row?.Posteriors(Channel(finder.Weights)));
        var context = rows.Zip(first, (row, posteriors) => row is null ? null : new ContextChoice(model, row, posteriors!, finder.Pairs)).ToList();
        var weights = finder.Weights.Learnt(Expected(rows, first), new Dictionary<char, int> { ['i'] = pages.Sum(CountOfI) });
        var choices = rows.Select((row, page) => row is null ? [] : Choices(row, row.Posteriors(Channel(weights), context[page]!.Logs), first[page], context[page])).ToList();
        var alike = new AlikeChoices(rows, choices);
        rows.ForEach(row => row?.Dispose());
        return choices.ConvertAll(page => Verdicts(page, Believed));

        (double, double[]) Believed(Choice choice)
        {
            var isBorneOut = support.BearsOut(choice.Best);
            var evidence = choice.Token.Kind == TokenKind.LoneOne ? [] : _evidence.Of(choice, weights, isBorneOut, alike);
            return (Calibration.Of(choice, evidence, isBorneOut), evidence);
        }

        LogMisread Channel(ConfusionWeights of) => (in token, candidates, logs) =>
        {
            for (var i = 0; i < logs.Length; i++) logs[i] = of.Sum(candidates[i].Confusions);
            support.Add(token, candidates, of, logs);
        };
    }

    /// <summary>The pages that hold a word to be read anew, each in its place; <see langword="null"/> for others, where nothing is to be chosen.</summary>
    public List<RowOfWords?> Rows(List<Token[]> pages, Predicate<Token> isOpen) => pages.ConvertAll(tokens => Array.Exists(tokens, isOpen) ? Row(tokens, Candidates(tokens)) : null);

    /// <summary>What each token of a page may have been.</summary>
    public Candidate[][] Candidates(Token[] tokens)
    {
        var candidates = new Candidate[tokens.Length][];
        var hasCapitals = Array.Exists(tokens, token => token.Word.IsCapital);
        for (var i = 0; i < tokens.Length; i++) candidates[i] = CandidatesAt(tokens, i, hasCapitals);
        return candidates;
    }

    /// <summary>A page with the candidates of its tokens, to be weighed.</summary>
    public RowOfWords Row(Token[] tokens, Candidate[][] candidates)
    {
        var logOwn = new double[candidates.Sum(of => of.Length)];
        for (int i = 0, at = 0; i < tokens.Length; i++)
        {
            var isInside = Sentence.ShowsNames(tokens, i);
            foreach (var candidate in candidates[i]) logOwn[at++] = LogOwn(tokens[i], candidate, isInside);
        }

        return new RowOfWords(model, tokens, candidates, logOwn);
    }

    /// <summary>Each word of a page that is likelier another one.</summary>
    /// <param name="posteriors">How likely each candidate of the row is, 0–1.</param>
    /// <param name="before">The same at first sight, where there was one.</param>
    /// <param name="around">What the surroundings say.</param>
    public static List<Choice> Choices(RowOfWords row, double[] posteriors, double[]? before = null, ContextChoice? around = null)
    {
        var choices = new List<Choice>();
        var tokens = row.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var candidates = row.Candidates[i];
            if (candidates.Length < 2) continue;
            var likely = row.At(i, posteriors);
            var (first, next) = BestTwo(likely);
            var (best, second) = (candidates[first], candidates[next]);
            if (best.Text == tokens[i].Lower) continue;
            choices.Add(new Choice(tokens[i], candidates[0], best, second, likely[first], Sentence.ShowsNames(tokens, i), Sentence.Begins(tokens, i))
            {
                ContextOdds = around is null ? 0 : row.At(i, around.Odds)[first],
                LocalOdds = around is null ? 0 : row.At(i, around.LocalLogs)[first] - row.At(i, around.LocalLogs)[next],
                FirstPosterior = before is null ? likely[first] : row.At(i, before)[first],
                SecondPosterior = likely[next],
                Rivals = candidates.Length,
            });
        }

        return choices;
    }

    /// <summary>What is decided about choices.</summary>
    /// <param name="believed">How far a choice is believed, 0–1.</param>
    public static List<Verdict> Verdicts(List<Choice> choices, Func<Choice, (double Confidence, double[] Evidence)> believed)
    {
        var verdicts = new List<Verdict>(choices.Count);
        foreach (var choice in choices)
        {
            var (confidence, evidence) = believed(choice);
            WordWriter.Write(choice, confidence, evidence, verdicts);
        }

        return verdicts;
    }

    private static (int First, int Next) BestTwo(ReadOnlySpan<double> posteriors)
    {
        var (first, next) = posteriors[1] > posteriors[0] ? (1, 0) : (0, 1);
        for (var i = 2; i < posteriors.Length; i++)
        {
            if (posteriors[i] > posteriors[first]) (first, next) = (i, first);
            else if (posteriors[i] > posteriors[next]) next = i;
        }

        return (first, next);
    }

    private double LogOwn(in Token token, Candidate candidate, bool isInside) =>
        LogSpelling(token, candidate, isInside)
        + LogCapital(token, candidate, isInside)
        + LogAsRead(token, candidate)
        + candidate.LogLocal;

    /// <summary>How far the reader itself believed what it read.</summary>
    private static double LogAsRead(in Token token, Candidate candidate) =>
        token.Confidence < 1 && candidate.Text == token.Lower ? Math.Log(Math.Clamp(token.Confidence, LeastConfidence, 1)) : 0;

    /// <param name="hasCapitals">Whether the page has any: else names stand there as small as words.</param>
    private Candidate[] CandidatesAt(Token[] tokens, int at, bool hasCapitals)
    {
        ref readonly var token = ref tokens[at];
        return token.Kind switch
        {
            TokenKind.Word when token.IsSettled => finder.Alone(token.Word),
            TokenKind.LoneOne when token.IsSettled => Only(token.Lower, model.Number),
            TokenKind.Word when IsAcronym(tokens, at) => finder.Alone(token.Word),
            TokenKind.Word when IsNumberAndWord(token) => Only(token.Lower, model.Number),
            TokenKind.Word => hasCapitals ? finder.Find(token.Word, token.IsOpen) : finder.Find(token.Lower, token.IsOpen),
            TokenKind.LoneOne when IsBetweenWords(tokens, at) =>
            [
                new Candidate("1", model.Number, s_logOneOfNumbers, 0, false, []),
                new Candidate("i", model.Find("i"), 0, 0, false, [LoneOneConfusion]),
            ],
            TokenKind.LoneOne or TokenKind.Number => Only(token.Lower, model.NumberOrYear(token.Seen)),
            TokenKind.Boundary => _boundary,
            _ => finder.Alone(token.Word),
        };
    }

    private static Candidate[] Only(string text, int word) => [new Candidate(text, word, 0, 0, false, [])];

    /// <summary>A few capitals between other words are letters of names (<c>ADL</c>); in a heading of capitals they are a word.</summary>
    private static bool IsAcronym(Token[] tokens, int at)
    {
        return IsCapitals(at) && tokens[at].Seen.Length <= LongestAcronym && !IsCapitals(at - 1) && !IsCapitals(at + 1);

        bool IsCapitals(int place) => place >= 0 && place < tokens.Length && tokens[place] is { Kind: TokenKind.Word, Word.IsCapitals: true };
    }

    /// <summary>
    /// A number and a word without a blank between them (<c>1gång</c>, <c>16maj</c>); a lone 6 begins too many words with ö for that.
    /// </summary>
    private bool IsNumberAndWord(in Token token)
    {
        if (!char.IsAsciiDigit(token.Seen[0])) return false;
        var digits = token.Seen.Length - token.Seen.AsSpan().TrimStart("0123456789").Length;
        if (digits == 0 || (digits == 1 && token.Seen[0] == '6')) return false;
        return token.Seen.Length - digits >= ShortestJoined && Array.Exists(finder.Find(token.Lower[digits..], token.IsOpen), candidate => candidate.IsKnown && model.CountOf(candidate.Word) >= CountOfJoined);
    }

    private static byte LoneOneConfusion { get; } = (byte)ConfusionTable.All.Index().First(confusion => confusion.Item is { Letter: 'i', Seen: "1" }).Index;

    /// <summary>A 1 that begins a line, ends a sentence or stands beside a number, a month or a unit is a number.</summary>
    private bool IsBetweenWords(Token[] tokens, int at)
    {
        if (at == 0 || at + 1 >= tokens.Length) return false;
        var (before, after) = (tokens[at - 1], tokens[at + 1]);
        return before.Kind == TokenKind.Word && after.Kind == TokenKind.Word
            && !IsAmong(before, NumberNeighbours.Before) && !IsAmong(after, NumberNeighbours.After);
    }

    private bool IsAmong(in Token token, FrozenSet<string> words) => Array.Exists(finder.Find(token.Word, token.IsOpen), candidate => words.Contains(candidate.Text));

    /// <summary>A capital inside a sentence makes a name of an unknown word; at its beginning it may be one.</summary>
    private static double LogSpelling(in Token token, Candidate candidate, bool isInside)
    {
        if (token.Kind != TokenKind.Word || !token.Word.IsCapital) return candidate.LogSpelling;
        return isInside ? candidate.LogName : Math.Max(candidate.LogSpelling, candidate.LogName + s_logNameAtStart);
    }

    private double LogCapital(in Token token, Candidate candidate, bool isInside)
    {
        if (!isInside || token.Kind != TokenKind.Word || !char.IsLetter(token.Seen[0]) || token.Word.IsCapitals) return 0;
        var isCapital = token.Word.IsCapital;
        if (candidate.Word == model.Unknown)
            return isCapital ? s_logUnknownCapital : s_logUnknownSmall + (candidate.Text.Length <= ShortWord ? LogUnknownShort : 0);
        var share = 0.02 + (0.96 * model.CapitalShare(candidate.Word));
        return Math.Log(isCapital ? share : 1 - share);
    }

    private static int CountOfI(Token[] tokens)
    {
        var count = 0;
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (token.Lower is "i") count++;
        }

        return count;
    }

    private static double[] Expected(List<RowOfWords?> rows, List<double[]?> posteriors)
    {
        var expected = new double[ConfusionTable.All.Length];
        foreach (var (row, shares) in rows.Zip(posteriors))
        {
            if (row is null || shares is null) continue;
            var at = 0;
            foreach (var candidates in row.Candidates)
            {
                foreach (var candidate in candidates)
                {
                    foreach (var confusion in candidate.Confusions) expected[confusion] += shares[at];
                    at++;
                }
            }
        }

        return expected;
    }
}
