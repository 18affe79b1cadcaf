using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>How much of what is printed was read right. Blanks and line breaks are one blank, dashes of any width are a hyphen.</summary>
/// <param name="Body">Characters of the running text: what <c>read --text</c> should print.</param>
/// <param name="Page">Characters of the whole page, furniture included, before repair.</param>
/// <param name="Swedish">å ä ö.</param>
/// <param name="FalseSigns">How many § and % were read that are not printed.</param>
/// <param name="Amounts">Amounts; wrong is one with a digit changed, dropped or added.</param>
internal sealed record ReadingScore(Rate Body, Rate Page, Rate Swedish, Rate Section, Rate Percent, int FalseSigns, Rate Amounts)
{
    /// <summary>So many lines at a page's top and bottom may be its furniture, which the running text has not.</summary>
    private const int MostHead = 8, MostFoot = 4;

    public static ReadingScore None { get; } = new(default, default, default, default, default, 0, default);

    public static ReadingScore operator +(ReadingScore one, ReadingScore other) => new(
        one.Body + other.Body, one.Page + other.Page, one.Swedish + other.Swedish,
        one.Section + other.Section, one.Percent + other.Percent, one.FalseSigns + other.FalseSigns, one.Amounts + other.Amounts);

    /// <param name="read">The page before repair.</param>
    /// <param name="readBody">The page's running text as it is told.</param>
    public static ReadingScore Of(PageRecord printed, IEnumerable<TextSpan> amounts, string read, string readBody)
    {
        var (text, origins) = Fold(printed.Text);
        string folded = Fold(read).Text;
        var aligned = TextAlignment.Of(text, folded);
        Rate section = Letters(text, aligned, "§"), percent = Letters(text, aligned, "%");
        int falseSigns = folded.Count(letter => letter is '§' or '%') - (section.All - section.Wrong) - (percent.All - percent.Wrong);
        return new ReadingScore(BodyErrors(printed.Text, readBody), new Rate(aligned.Edits, text.Length), Letters(text, aligned, "åäöÅÄÖ"), section, percent, falseSigns,
            Sums(amounts, text, origins, aligned));
    }

    /// <summary>
    /// The running text against the page less so many of its first and last lines as make it most alike: which of them are furniture is not told by the
    /// program's own rules, whose mistakes would not be seen then. A line left out between others is wrong.
    /// </summary>
    private static Rate BodyErrors(string printed, string read)
    {
        List<string> lines = [.. printed.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        string text = Fold(read).Text;
        int head = Best(MostHead, count => lines.Skip(count)), foot = Best(MostFoot, count => lines.Skip(head).SkipLast(count));
        string body = Joined(lines.Skip(head).SkipLast(foot));
        return new Rate(EditDistance.Between(text, body), body.Length);

        int Best(int most, Func<int, IEnumerable<string>> without) =>
            Enumerable.Range(0, Math.Min(most, Math.Max(0, lines.Count - 1)) + 1).MinBy(count => EditDistance.Between(text, Joined(without(count))));

        static string Joined(IEnumerable<string> lines) => Fold(Unbroken(string.Join('\n', lines))).Text;
    }

    /// <summary>Words cut at a line's end are whole, as in the running text.</summary>
    private static string Unbroken(string text) =>
        RunningText.Of([new PageRecord(1, text, PageOrigin.TextFile, 1, null, null, null, [], [])]).Text;

    private static Rate Letters(string text, TextAlignment aligned, string letters)
    {
        var (wrong, all) = (0, 0);
        for (int i = 0; i < text.Length; i++)
        {
            if (!letters.Contains(text[i], StringComparison.Ordinal)) continue;
            all++;
            if (aligned.Read[i] != text[i]) wrong++;
        }

        return new Rate(wrong, all);
    }

    private static Rate Sums(IEnumerable<TextSpan> amounts, string text, List<int> origins, TextAlignment aligned)
    {
        var (wrong, all) = (0, 0);
        foreach (var amount in amounts)
        {
            all++;
            if (Enumerable.Range(0, text.Length).Any(i => origins[i] >= amount.Start && origins[i] < amount.End && char.IsAsciiDigit(text[i])
                && (aligned.Read[i] != text[i] || (aligned.Added[i] > 0 && i > 0 && char.IsAsciiDigit(text[i - 1]))))) wrong++;
        }

        return new Rate(wrong, all);
    }

    /// <summary>The text with its blanks folded, and where each character of it stood.</summary>
    private static (string Text, List<int> Origins) Fold(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool blank = char.IsWhiteSpace(text[i]);
            if (blank && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(blank ? ' ' : text[i] is '–' or '—' ? '-' : text[i]);
            origins.Add(i);
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return (folded.ToString(), origins);
    }
}

/// <summary>How many of how many are wrong.</summary>
internal readonly record struct Rate(int Wrong, int All)
{
    public static Rate operator +(Rate one, Rate other) => new(one.Wrong + other.Wrong, one.All + other.All);

    public double Share => (double)Wrong / Math.Max(1, All);

    /// <summary>The share that is wrong, in %.</summary>
    public string AsError => All == 0 ? "-" : (100 * Share).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The share that is right, in %.</summary>
    public string AsRecall => All == 0 ? "-" : (100 * (1 - Share)).ToString("0.00", CultureInfo.InvariantCulture);
}
