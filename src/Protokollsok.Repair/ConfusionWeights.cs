namespace Protokollsok.Repair;

/// <summary>
/// How likely each confusion is, logarithms: the table's shares, or what one document showed, weighed together with them.
/// </summary>
internal sealed class ConfusionWeights
{
    /// <summary>The table counts as this many letters seen.</summary>
    private const double PriorLetters = 15;

    private readonly double[] _logs;

    private ConfusionWeights(double[] logs) => _logs = logs;

    public static ConfusionWeights Prior { get; } = new([.. ConfusionTable.All.Select(confusion => Math.Log(confusion.Share))]);

    public double this[int confusion] => _logs[confusion];

    public double Sum(ReadOnlySpan<byte> confusions)
    {
        double sum = 0;
        foreach (var confusion in confusions) sum += _logs[confusion];
        return sum;
    }

    /// <summary>
    /// After a document in which each confusion was met so often. Learnt are å, ä and ö, whose sound forms are counted too, and the
    /// word <i>i</i>.
    /// </summary>
    /// <param name="soundI">How often the word <i>i</i> came through.</param>
    public static ConfusionWeights Learnt(double[] expected, double soundI)
    {
        var total = new Dictionary<char, double>();
        foreach (var (number, confusion) in ConfusionTable.All.Index())
            total[confusion.Letter] = total.GetValueOrDefault(confusion.Letter) + expected[number];
        total['i'] += soundI;
        return new ConfusionWeights([.. ConfusionTable.All.Select((confusion, number) => IsLearnt(confusion.Letter)
            ? Math.Log((expected[number] + (PriorLetters * confusion.Share)) / (total[confusion.Letter] + PriorLetters))
            : Math.Log(confusion.Share))]);
    }

    private static bool IsLearnt(char letter) => letter is 'å' or 'ä' or 'ö' or 'i';
}
