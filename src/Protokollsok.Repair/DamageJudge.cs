using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Decides which lines of a document lost their å, ä and ö. The whole safety of repair begins here: what is sound is not decoded at all.
/// Every word is a witness; a line is believed to be in the condition of its neighbours until its words say otherwise, so that one
/// odd word on a sound page proves nothing, while two lines of nothing but losses prove much.
/// </summary>
internal sealed class DamageJudge(SwedishModel model, CandidateFinder finder)
{
    private const int LongWord = 6;

    /// <summary>The least likelihood of a letter's shape, on average, that makes a word a witness.</summary>
    private const double LogPlainLoss = -2.8;

    /// <summary>A word that is a name this often proves nothing when it lacks its letters: names are spelled in many ways.</summary>
    private const double NameShare = 0.5;

    /// <summary>
    /// How likely a word of each kind (<see cref="WordEvidence"/>, across) stands on a line in each condition (down): natural logarithms of
    /// shares counted on typeset pages that Tesseract's English model read, on the same pages as printed, and on English ones. Losses on
    /// sound lines are typing errors and names. The last, of Danish and Norwegian words, is set by hand: one in the midst of damaged Swedish is a misreading, two of a line are not.
    /// </summary>
    private static readonly double[][] s_log =
    [
        Logs(.62, .27, .004, .0007, .002, .01, .08, .002, .0005),
        Logs(.66, .005, .10, .12, .03, .01, .07, .02, .0001),
        Logs(.62, .17, .05, .05, .015, .01, .08, .01, .0001),
        Logs(.25, .005, .02, .004, .006, .25, .40, .008, .1),
    ];

    /// <summary>By condition, before any word was read: one long loss alone (<c>Stallningstagande</c>) is enough, a short name thrice is not.</summary>
    private static readonly double[] s_logFirst = [0, -5.1, -9, -2];

    /// <summary>What it costs to leave a condition for another: from line to line, and from page to page.</summary>
    private const double LogChange = -6, LogChangeOfPage = -3;

    private const int Conditions = 4;

    /// <summary>By how often a strange word was met.</summary>
    private static readonly double[] s_weights = [.. Enumerable.Range(0, 256).Select(time => Math.Pow(time, -2))];

    /// <summary>The condition of each line of each page, all pages being of one document.</summary>
    public Condition[] Judge(IReadOnlyList<PageTokens> pages)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        var evidence = new LineEvidence[pages.Sum(page => page.Lines)];
        var done = 0;
        foreach (var page in pages)
        {
            Weigh(page.Tokens, evidence.AsSpan(done, page.Lines), met);
            done += page.Lines;
        }

        return LikeliestWay(evidence);
    }

    /// <summary>Whether the word can stand as it is read.</summary>
    public bool CanStand(in Token word) => EvidenceOf(word) is WordEvidence.Plain or WordEvidence.Lettered or WordEvidence.Distant or WordEvidence.Nordic;

    /// <summary>
    /// By line: what its words say for each condition, and what a change of condition before it costs. The second of two strange words that
    /// are the same says a fourth, the third a ninth: a name or a word that the lexicon lacks is one witness.
    /// </summary>
    private void Weigh(ReadOnlySpan<Token> tokens, Span<LineEvidence> lines, Dictionary<string, int> met)
    {
        for (var line = 0; line < lines.Length; line++) lines[line].LogChange = line == 0 ? LogChangeOfPage : LogChange;
        foreach (ref readonly var token in tokens)
        {
            if (token.Kind != TokenKind.Word || token.Lower.Length < 2 || token.Word.HasLostLetter) continue;
            var kind = EvidenceOf(token);
            var weight = kind is WordEvidence.Plain or WordEvidence.Lettered ? 1 : WeightOf(++CollectionsMarshal.GetValueRefOrAddDefault(met, token.Lower, out _));
            ref var log = ref lines[token.First.Line].Log;
            for (var condition = 0; condition < Conditions; condition++) log[condition] += weight * s_log[condition][(int)kind];
        }
    }

    /// <param name="time">1-based.</param>
    private static double WeightOf(int time) => time < s_weights.Length ? s_weights[time] : Math.Pow(time, -2);

    private static Condition[] LikeliestWay(ReadOnlySpan<LineEvidence> lines)
    {
        var (best, next) = (default(LogByCondition), default(LogByCondition));
        s_logFirst.CopyTo(best);
        var from = new byte[lines.Length * Conditions];
        for (var line = 0; line < lines.Length; line++)
        {
            var top = Top(best);
            for (var condition = 0; condition < Conditions; condition++)
            {
                var changes = line > 0 && best[top] + lines[line].LogChange > best[condition];
                from[(line * Conditions) + condition] = (byte)(changes ? top : condition);
                next[condition] = (changes ? best[top] + lines[line].LogChange : best[condition]) + lines[line].Log[condition];
            }

            best = next;
        }

        var way = new Condition[lines.Length];
        var at = Top(best);
        for (var line = lines.Length - 1; line >= 0; line--)
        {
            way[line] = (Condition)at;
            at = from[(line * Conditions) + at];
        }

        return way;
    }

    /// <summary>The first of the likeliest.</summary>
    private static int Top(ReadOnlySpan<double> logs)
    {
        var top = 0;
        for (var i = 1; i < logs.Length; i++)
        {
            if (logs[i] > logs[top]) top = i;
        }

        return top;
    }

    private WordEvidence EvidenceOf(in Token word) =>
        word.Word.EvidenceOf(word.IsOpen) ?? word.Word.Remember(FreshEvidenceOf(word), word.IsOpen);

    private WordEvidence FreshEvidenceOf(in Token word)
    {
        var lower = word.Lower;
        if (ForeignWords.IsDistant(lower)) return WordEvidence.Distant;
        if (ForeignWords.IsNordic(lower)) return WordEvidence.Nordic;
        if (lower.AsSpan().ContainsAny("æø")) return IsSwedish(lower) ? WordEvidence.Strange : WordEvidence.Nordic;
        if (lower.AsSpan().ContainsAny("åäö")) return WordEvidence.Lettered;
        if (word.Word.IsKnown || word.Word.IsAcronym) return WordEvidence.Plain;
        var candidates = finder.Find(word.Word, word.IsOpen);
        if (candidates[0].LocalCount > 0) return WordEvidence.Plain;
        if (Array.Exists(candidates, candidate => candidate.IsKnown && IsPlainLoss(candidate) && model.CapitalShare(candidate.Word) < NameShare))
            return lower.Length < LongWord ? WordEvidence.ShortLoss : WordEvidence.Loss;
        if (word.Word.IsCapital && Array.Exists(candidates, candidate => candidate.IsWord && IsPlainLoss(candidate))) return WordEvidence.NameLoss;
        if (candidates[0].IsCompound) return WordEvidence.Plain;
        return Array.Exists(candidates, candidate => candidate.IsCompound && IsPlainLoss(candidate)) ? WordEvidence.CompoundLoss : WordEvidence.Strange;
    }

    /// <summary>Whether the word is Swedish whose ä and ö were read as the neighbours write them.</summary>
    private bool IsSwedish(string lower) => model.Find(lower.Replace('æ', 'ä').Replace('ø', 'ö')) >= 0;

    /// <summary>Losses of the common shapes only: with the rare ones nearly any word is like another.</summary>
    private static bool IsPlainLoss(Candidate candidate) => candidate.Text.AsSpan().ContainsAny("åäö")
        && ConfusionWeights.Lost.Sum(candidate.Confusions) >= LogPlainLoss * candidate.Confusions.Length;

    private static double[] Logs(params double[] shares) => [.. shares.Select(share => Math.Log(share))];

    /// <summary>A logarithm for each condition.</summary>
    [InlineArray(Conditions)]
    private struct LogByCondition
    {
        private double _first;
    }

    /// <summary>What a line's words say for each condition, and what a change of condition before the line costs.</summary>
    private struct LineEvidence
    {
        public LogByCondition Log;
        public double LogChange;
    }
}
