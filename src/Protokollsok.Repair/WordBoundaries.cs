using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Blanks that an engine saw inside a word or missed between two (<c>kommun styrelsen</c>, <c>attnamnden</c>), letters printed apart (<c>B E S L U T</c>), digits inside words, and years behind a slash.
/// Words are joined and split on damaged lines only, where what comes of it is far likelier than what stands; the rest shows by itself.
/// </summary>
/// <param name="model">What words there are.</param>
/// <param name="finder">What a damaged word may have been.</param>
/// <param name="met">How often the document's damaged lines hold each word, in lower case.</param>
/// <param name="areDecoded">Whether the letters of its damaged lines came back already.</param>
internal sealed class WordBoundaries(SwedishModel model, CandidateFinder finder, Lazy<Dictionary<string, int>> met, bool areDecoded)
{
    /// <summary>How often a blank is lost, or seen where none is, in pages that engines misread: 4 and 1 of 1,000 words on those measured.</summary>
    private const double LogLost = -6, LogAdded = -7.5;

    /// <summary>What each time says that the document holds the word elsewhere without a blank.</summary>
    private const double PerMeeting = 2.5, MostOfMeetings = 7.5;

    /// <summary>Nothing is told as surer: one in a thousand is misread in a way that nobody thought of.</summary>
    private const double Most = 0.9995;

    private const int ShortestJoined = 4, CountOfJoined = 20, ShortestHalf = 4, CountOfHalf = 50, ShortestSplit = 4, LongestParticle = 5;

    private static readonly HashSet<string> s_begins = new(StringComparer.Ordinal) { "och", "att", "som", "är", "det", "den", "inte", "ska", "samt", "eller", "detta", "dessa", "i" };
    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal) { "och", "att", "som", "är", "inte", "ska", "har", "samt", "eller", "på", "för", "till", "i" };

    private readonly LetterSpacing _spacing = new(model, finder);
    private readonly DigitsInWords _digits = new(model);
    private readonly LexiconSearch _lexicon = new(model, finder.Weights);

    /// <summary>What is to be joined, split or respelled on a page, in its order.</summary>
    /// <param name="lines">As they stand.</param>
    /// <param name="tokens">Judged.</param>
    public List<Edit> Find(string[] lines, Token[] tokens, RepairOptions options)
    {
        var edits = new List<Edit>();
        var (line, lineStart) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            while (line < tokens[i].First.Line) lineStart += lines[line++].Length + 1;
            var (edit, last) = At(lines[line], tokens, i);
            if (edit is null || edit.Confidence < options.ApplyFrom) continue;
            edits.Add(edit with { Start = lineStart + edit.Start });
            i = last;
        }

        return edits;
    }

    /// <summary>Whether two tokens stand beside one another with a single blank between them.</summary>
    public static bool AreApartByOneBlank(string line, in Token one, in Token next) =>
        one.Rest is null && one.First.Line == next.First.Line && next.First.Start == one.First.Start + one.First.Length + 1 && line[next.First.Start - 1] == ' ';

    /// <returns>The edit, in its line, and the last token that it takes.</returns>
    private (Edit? Edit, int Last) At(string line, Token[] tokens, int at)
    {
        ref readonly var token = ref tokens[at];
        if (token.Kind == TokenKind.Boundary) return (null, at);
        if (token.Word.IsSpaced && _spacing.At(line, tokens, at) is { Edit: not null } spaced) return spaced;
        if (token.Word.HasDigitInside && _digits.At(line, tokens, at) is { } respelled) return (respelled, at);
        if (areDecoded && YearsAfterSlash.At(line, tokens, at) is { } year) return (year, at);
        if (token.IsSettled || token.Rest is not null || token.Kind == TokenKind.Number || !token.Word.IsLetters) return (null, at);
        if (at + 1 < tokens.Length && tokens[at + 1] is { IsSettled: false, Word.IsLetters: true } next && AreApartByOneBlank(line, token, next) && Joined(token, next) is { } joined)
            return (joined, at + 1);
        return (token.Kind == TokenKind.Word ? Split(token) : null, at);
    }

    private Edit? Joined(in Token token, in Token next)
    {
        var length = token.Seen.Length + next.Seen.Length;
        if (length is < ShortestJoined or > WordShape.LongestWord || !CanContinue(token.Word, next.Word)) return null;
        var (one, other) = (finder.Find(token.Word, false), finder.Find(next.Word, next.IsOpen));
        var isShort = token.Seen.Length < ShortestHalf || next.Seen.Length < ShortestHalf;
        if (isShort && Array.Exists(one, IsSomeWord) && Array.Exists(other, IsSomeWord)) return null;
        var whole = LogWhole(token.Word, next.Lower);
        if (double.IsNegativeInfinity(whole)) return null;
        var odds = LogAdded + LogMet(token.Lower + next.Lower) + whole - LogApart(one, other);
        return odds < 0 ? null : new Edit(token.First.Start, length + 1, token.Seen + next.Seen, Share(odds), "one word, likelier than two with a blank between them");
    }

    /// <summary>How much likelier a word is that the document holds elsewhere.</summary>
    private double LogMet(string word) => Math.Min(met.Value.GetValueOrDefault(word) * PerMeeting, MostOfMeetings);

    /// <summary>Small letters after small ones or after a capital; capitals after capitals.</summary>
    private static bool CanContinue(SeenWord word, SeenWord next) => next.IsSmall ? word.GoesOnSmall : next.Seen.Length > 1 && next.IsCapitals && word.IsCapitals;

    private static bool IsSomeWord(Candidate candidate) => candidate.IsWord || candidate.IsCompound;

    /// <summary>How likely a common word was read as the two, logarithm; minus infinity where none can be.</summary>
    private double LogWhole(SeenWord word, string next)
    {
        var seen = word.Lower;
        var reached = word.Reach ??= _lexicon.Reach(seen);
        if (reached.Length == 0) return double.NegativeInfinity;
        Span<char> both = stackalloc char[seen.Length + next.Length];
        seen.CopyTo(both);
        next.CopyTo(both[seen.Length..]);
        var most = double.NegativeInfinity;
        foreach (var (entry, logShare) in _lexicon.Whole(both, reached, seen.Length))
        {
            if (model.CountOf(entry) >= CountOfJoined) most = Math.Max(most, model.LogProbability(entry) + logShare);
        }

        return most;
    }

    private double LogApart(Candidate[] one, Candidate[] other)
    {
        var most = double.NegativeInfinity;
        foreach (var first in one)
        {
            foreach (var second in other) most = Math.Max(most, LogOwn(first) + model.LogProbability(first.Word) + LogOwn(second) + model.LogProbability(first.Word, second.Word));
        }

        return most;
    }

    private double LogOwn(Candidate candidate) => Math.Max(candidate.LogSpelling, candidate.LogName) + finder.Weights.Sum(candidate.Confusions);

    /// <summary>Two words without their blank, one of them of those that begin or end hardly any Swedish word.</summary>
    private Edit? Split(in Token token)
    {
        if (token.IsOpen || token.Word.Entry >= 0 || token.Lower.Length < ShortestSplit) return null;
        var split = token.Word.Split ??= SplitOf(token.Word);
        if (split.LogOdds < 0) return null;
        return new Edit(token.First.Start, token.First.Length, $"{token.Seen[..split.At]} {token.Seen[split.At..]}", Share(split.LogOdds), "two words, likelier than an unknown one");
    }

    /// <summary>Where the word is likeliest to be two; the same for each place where it stands.</summary>
    private WordSplit SplitOf(SeenWord word)
    {
        var seen = word.Lower;
        if (!word.Seen.AsSpan(1).SequenceEqual(seen.AsSpan(1))) return WordSplit.None;
        var candidates = finder.Find(word, false);
        if (Array.Exists(candidates, candidate => candidate.IsWord)) return WordSplit.None;
        var (at, most) = (0, double.NegativeInfinity);
        for (var cut = 1; cut < seen.Length; cut++)
        {
            if (LogSplit(seen, cut, word.IsCapital) is var log && log > most) (at, most) = (cut, log);
        }

        return at == 0 ? WordSplit.None : new WordSplit(at, LogLost + most - candidates.Max(candidate => LogOwn(candidate) + model.LogProbability(candidate.Word)));
    }

    private double LogSplit(string seen, int cut, bool isCapital)
    {
        var (before, after) = (seen[..cut], seen[cut..]);
        var most = double.NegativeInfinity;
        if (before.Length <= LongestParticle && after.Length >= ShortestHalf) most = Pair(Particles(before, s_begins), Halves(after));
        if (!isCapital && after.Length <= LongestParticle && (before.Length >= ShortestHalf || s_ends.Contains(before))) most = Math.Max(most, Pair(Halves(before), Particles(after, s_ends)));
        return most;
    }

    private double Pair(List<(int Word, double Log)> first, List<(int Word, double Log)> second)
    {
        var most = double.NegativeInfinity;
        foreach (var one in first)
        {
            foreach (var other in second) most = Math.Max(most, model.LogProbability(one.Word) + one.Log + other.Log + model.LogProbability(one.Word, other.Word));
        }

        return most;
    }

    private List<(int Word, double Log)> Particles(string seen, HashSet<string> particles) =>
        [.. particles.Where(word => word.Length <= seen.Length + 1 && ConfusionTable.Explains(seen, word)).Select(word => (model.Find(word), LogMisread(seen, word)))];

    private double LogMisread(string seen, string word) => ConfusionTable.Explanation(seen, word) is { } confusions ? finder.Weights.Sum(confusions) : double.NegativeInfinity;

    private List<(int Word, double Log)> Halves(string seen) =>
        _lexicon.Whole(seen).FindAll(found => model.CountOf(found.Entry) >= CountOfHalf && model.CapitalShare(found.Entry) < 0.5);

    private static double Share(double odds) => Math.Min(1 / (1 + Math.Exp(-odds)), Most);
}
