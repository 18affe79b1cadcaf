using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>How much of what is printed was read right. Blanks and line breaks are one blank, dashes of any width are a hyphen.</summary>
/// <param name="Body">Characters of the running text: what <c>read --text</c> should print.</param>
/// <param name="Page">Characters of the whole page, furniture included, before repair.</param>
/// <param name="Swedish">å ä ö.</param>
/// <param name="Amounts">Amounts; wrong is one with a digit changed, dropped or added.</param>
internal sealed record ReadingScore(Rate Body, Rate Page, Rate Swedish, Rate Section, Rate Percent, Rate Amounts)
{
    public static ReadingScore None { get; } = new(default, default, default, default, default, default);

    public static ReadingScore operator +(ReadingScore one, ReadingScore other) => new(
        one.Body + other.Body, one.Page + other.Page, one.Swedish + other.Swedish,
        one.Section + other.Section, one.Percent + other.Percent, one.Amounts + other.Amounts);

    /// <param name="read">The page before repair.</param>
    /// <param name="printedBody">The page's running text as it should be.</param>
    /// <param name="readBody">The page's running text as it is told.</param>
    public static ReadingScore Of(PageRecord printed, IEnumerable<TextSpan> amounts, string read, string printedBody, string readBody)
    {
        var (text, origins) = Fold(printed.Text);
        var aligned = TextAlignment.Of(text, Fold(read).Text);
        Rate Of(string letters) => Letters(text, aligned, letters);
        return new ReadingScore(Errors(printedBody, readBody), new Rate(aligned.Edits, text.Length), Of("åäöÅÄÖ"), Of("§"), Of("%"),
            Sums(amounts, text, origins, aligned));
    }

    private static Rate Errors(string printed, string read)
    {
        string text = Fold(printed).Text;
        return new Rate(EditDistance.Between(Fold(read).Text, text), text.Length);
    }

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
