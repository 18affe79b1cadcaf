namespace Protokollsok.Repair;

/// <summary>
/// How likely each confusion is, logarithms: the table's shares, or what one document showed, weighed together with them.
/// </summary>
internal sealed class ConfusionWeights
{
    /// <summary>Of the marks that are lost, how many become other letters than a and o: where an engine misread them, where a program stripped them.</summary>
    private const double OddOfMisread = 0.25, OddOfStripped = 0.01, LogFirstMisread = 2, LeastShareOfOdd = 1e-3;

    private readonly double[] _logs;

    /// <summary>The shares before anything is known of a document, as how many letters seen they count, and which part of one
    /// confusion's share another is thought to have: an engine that swaps marks also doubles them.</summary>
    private readonly double[] _shares;
    private readonly double _priorLetters, _pool;

    private ConfusionWeights(double[] logs, double[] shares, double priorLetters, double pool) =>
        (_logs, _shares, _priorLetters, _pool) = (logs, shares, priorLetters, pool);

    /// <summary>An engine without Swedish: å, ä and ö are lost.</summary>
    public static ConfusionWeights Lost { get; } = Before(confusion => confusion.Share, 15, 0);

    /// <summary>An engine with Swedish: now and then a mark is taken for another. Others never happen.</summary>
    public static ConfusionWeights Light { get; } = Before(confusion => confusion.LightShare, 200, 0.1);

    /// <summary>How often the letters å, ä and ö became anything but a and o, 0–1: what an engine misread, rather than stripped.</summary>
    public double Noise => ConfusionTable.All.Index().Where(confusion => IsOddMark(confusion.Item)).Sum(confusion => Math.Exp(_logs[confusion.Index])) / 3;

    public double this[int confusion] => _logs[confusion];

    public double Sum(ReadOnlySpan<byte> confusions)
    {
        double sum = 0;
        foreach (var confusion in confusions) sum += _logs[confusion];
        return sum;
    }

    /// <summary>After a document in which each confusion was met so often. Learnt are å, ä and ö and the word <i>i</i>; of a stripped text no other letter is misread either.</summary>
    /// <param name="expected">By confusion; sound forms are counted too.</param>
    /// <param name="sound">How often letters came through besides.</param>
    public ConfusionWeights Learnt(double[] expected, IReadOnlyDictionary<char, int> sound)
    {
        var total = sound.ToDictionary(letter => letter.Key, letter => (double)letter.Value);
        foreach (var (number, confusion) in ConfusionTable.All.Index())
            total[confusion.Letter] = total.GetValueOrDefault(confusion.Letter) + expected[number];
        var scale = ReferenceEquals(this, Lost) ? ShareOfOdd(expected) : 1;
        var misread = expected.Where((_, number) => !ConfusionTable.All[number].IsSound).Sum() / (total.Values.Sum() + _priorLetters);
        return new ConfusionWeights([.. ConfusionTable.All.Select(Log)], _shares, _priorLetters, _pool);

        double Log(Confusion confusion, int number)
        {
            if (!IsLearnt(confusion.Letter)) return confusion.IsSound ? _logs[number] : _logs[number] + Math.Log(scale);
            var seen = expected[number] + (confusion.IsSound ? sound.GetValueOrDefault(confusion.Letter) : 0);
            var isOdd = IsOddMark(confusion);
            if (isOdd) seen *= scale;
            var share = (_shares[number] * (isOdd ? scale : 1)) + (confusion.IsSound || _shares[number] == 0 ? 0 : _pool * misread);
            return Math.Log((seen + (_priorLetters * share)) / (total[confusion.Letter] + _priorLetters));
        }
    }

    /// <summary>
    /// Whether the marks were stripped, as some exports do, or misread by an engine, which takes three in ten letters for other ones than a and o: how far the
    /// shares of the latter still hold, 0–1. Of a stripped text's words a few seem misread that the lexicon lacks.
    /// </summary>
    private static double ShareOfOdd(double[] expected)
    {
        double odd = 0, plain = 0;
        foreach (var (number, confusion) in ConfusionTable.All.Index())
        {
            if (IsOddMark(confusion)) odd += expected[number];
            else if (confusion is { Letter: 'å' or 'ä' or 'ö', IsSound: false }) plain += expected[number];
        }

        var log = LogFirstMisread + (odd * Math.Log(OddOfMisread / OddOfStripped)) + (plain * Math.Log((1 - OddOfMisread) / (1 - OddOfStripped)));
        return Math.Max(LeastShareOfOdd, 1 / (1 + Math.Exp(-log)));
    }

    /// <summary>A letter with a mark that became anything but a and o.</summary>
    private static bool IsOddMark(Confusion confusion) => confusion is { Letter: 'å' or 'ä' or 'ö', IsSound: false, Seen: not ("a" or "o") } && confusion.Seen[0] != ConfusionTable.Lost;

    private static bool IsLearnt(char letter) => letter is 'å' or 'ä' or 'ö' or 'i';

    private static ConfusionWeights Before(Func<Confusion, double> share, double priorLetters, double pool)
    {
        double[] shares = [.. ConfusionTable.All.Select(share)];
        return new ConfusionWeights([.. shares.Select(part => Math.Log(part))], shares, priorLetters, pool);
    }
}
