using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Weighs two readings of one word, where the reader has both: an engine that reads well has a word that nobody knows (<c>sigriatur</c>), and the text layer,
/// bad as it may be, has one that is known but for its lost marks. Words that are known are not looked at.
/// </summary>
/// <param name="model">The model of Swedish.</param>
/// <param name="finder">Finds what the other reading may have been.</param>
internal sealed class SecondWitness(SwedishModel model, CandidateFinder finder)
{
    /// <summary>Two readings of a word differ by no more letters; of compounds, which there are for nearly every spelling, and where only marks speak, by one.</summary>
    private const int MostChanges = 2, MostUnsureChanges = 1;

    /// <summary>And by no more than one in so many.</summary>
    private const int LettersPerChange = 4;

    private const int ShortestWord = 5;

    /// <summary>How readily a letter is misread as a certain other one: by an engine that knows Swedish, by the one that made the layer.</summary>
    private const double LogMisread = -8, LogMisreadInLayer = -6;

    private const string Reason = "as the other reading of the page has it";

    private readonly Decoder _decoder = new(model, finder);

    /// <summary>The verdicts on each page, in its order; none where no word is in doubt.</summary>
    public List<List<Verdict>> Decode(List<Token[]> pages) =>
        pages.Exists(page => Array.Exists(page, token => token.Other is not null)) ? pages.ConvertAll(Decode) : [];

    private List<Verdict> Decode(Token[] page)
    {
        var times = page.CountBy(token => token.Word).ToDictionary();
        var rivals = Array.ConvertAll(page, token => Rivals(token, isAlone: times[token.Word] == 1));
        if (Array.TrueForAll(rivals, words => words.Length == 0)) return [];
        var tokens = Array.ConvertAll(page, token => token with { IsSettled = true });
        var candidates = _decoder.Candidates(tokens);
        for (var i = 0; i < page.Length; i++)
        {
            if (rivals[i].Length > 0) candidates[i] = [finder.Find(page[i].Word, page[i].IsOpen)[0], .. rivals[i]];
        }

        using var row = _decoder.Row(tokens, candidates);
        var verdicts = Decoder.Verdicts(Decoder.Choices(row, row.Posteriors(LogRead)), choice => (Calibration.OfWitness(choice.Posterior), []));
        return verdicts.ConvertAll(verdict => verdict with { Reason = Reason });
    }

    /// <summary>What the word may be by its other reading; none where it is not in doubt.</summary>
    /// <param name="isAlone">Whether the page has the word once: a name comes again, noise does not.</param>
    private Candidate[] Rivals(in Token token, bool isAlone)
    {
        if (token is not { Other: { } other, Kind: TokenKind.Word, Rest: null, Word: { Entry: < 0, Lower: { Length: >= ShortestWord } seen } }) return [];
        if (finder.Find(token.Word, token.IsOpen)[0] is { IsWord: true } or { IsCompound: true }) return [];
        var isSmall = token.Word.BeginsSmall;
        var onlyMarks = ConfusionKeys.Fold(other) == ConfusionKeys.Fold(seen) || ConfusionTable.Explains(other, seen);
        if (onlyMarks && (token.Word.IsCapital || !isAlone)) return [];
        return [.. finder.Find(other, token.IsOpen).Where(rival => rival.Text != seen && !(rival.IsOnlyName && isSmall) && (rival.IsWord || (rival.IsCompound && !onlyMarks))
            && IsNear(rival.Text, seen, rival.IsWord && !onlyMarks ? MostChanges : MostUnsureChanges)).Take(CandidateFinder.Most - 1)];
    }

    private static bool IsNear(string word, string seen, int most) => LetterChanges.Between(word, seen) is var changes && changes <= most && changes * LettersPerChange <= seen.Length;

    /// <summary>How likely both readings are of a word, logarithm.</summary>
    private static void LogRead(in Token token, ReadOnlySpan<Candidate> candidates, Span<double> logs)
    {
        for (var i = 0; i < logs.Length; i++) logs[i] = LogRead(token, candidates[i]);
    }

    private static double LogRead(in Token token, Candidate candidate)
    {
        if (token.Other is not { } other) return 0;
        var changesInLayer = ConfusionTable.Explains(other, candidate.Text) ? 0 : LetterChanges.Between(candidate.Text, other);
        return (LetterChanges.Between(candidate.Text, token.Lower) * LogMisread) + (changesInLayer * LogMisreadInLayer);
    }
}
