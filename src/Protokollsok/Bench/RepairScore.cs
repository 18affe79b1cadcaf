using System.Globalization;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary>How many words of some pages are as printed: as read, with what was applied, and with all that was suggested.</summary>
internal sealed class RepairScore
{
    private int _words, _raw, _applied, _all, _changes, _wrong, _soundChanged, _numbers;

    public static string Header => $"{"text",-12} {"words",7} {"raw %",7} {"applied",8} {"all",7} {"changes",8} {"wrong/1000",11} {"sound changed",14} {"numbers changed",16} {"words/s",9} {"unigram",8} {"hunspell",9}";

    public void Add(string read, string printed, RepairedPage repaired)
    {
        var (readWords, printedWords, now) = (Words(read), Words(printed), Words(repaired.Text));
        var all = Words(WithSuggestions(repaired));
        foreach (var (at, truth) in Pairs(readWords, printedWords))
        {
            var word = printedWords[truth];
            _words++;
            _raw += Same(readWords[at], word);
            _applied += Same(now[at], word);
            _all += Same(all[at], word);
            if (now[at] == readWords[at]) continue;
            _changes++;
            _wrong += 1 - Same(now[at], word);
            _soundChanged += Same(readWords[at], word);
            if (readWords[at].Count(char.IsDigit) > 1) _numbers++;
        }
    }

    /// <param name="unigram">Share of words right by taking the commonest word, 0–1.</param>
    /// <param name="hunspell">The same by hunspell's first suggestion; <see langword="null"/> where it is not installed.</param>
    public string Row(string name, double wordsPerSecond, double unigram, double? hunspell) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-12} {_words,7} {Percent(_raw),7} {Percent(_applied),8} {Percent(_all),7} {_changes,8} {1000.0 * _wrong / Math.Max(1, _changes),11:0.0} {_soundChanged,14} {_numbers,16} {wordsPerSecond,9:0} {100 * unigram,8:0.00} {(hunspell is { } share ? 100 * share : double.NaN),9:0.00}");

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static int Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    /// <summary>Which word as read is which word as printed. A page of other words (a line lost, a word parted) is brought together again at the next three that are alike.</summary>
    public static IEnumerable<(int Read, int Printed)> Pairs(string[] read, string[] printed)
    {
        const int Reach = 40;
        for (int r = 0, p = 0; r < read.Length && p < printed.Length; r++, p++)
        {
            if (!IsAlike(read[r], printed[p]))
            {
                var (skipRead, skipPrinted) = Enumerable.Range(0, Reach)
                    .SelectMany(sum => Enumerable.Range(0, sum + 1).Select(part => (part, sum - part)))
                    .FirstOrDefault(skip => AreAlike(read.AsSpan(Math.Min(read.Length, r + skip.Item1)), printed.AsSpan(Math.Min(printed.Length, p + skip.Item2))), (1, 1));
                r += skipRead;
                p += skipPrinted;
                if (r >= read.Length || p >= printed.Length) yield break;
            }

            if (IsAlike(read[r], printed[p])) yield return (r, p);
        }
    }

    private static bool AreAlike(ReadOnlySpan<string> read, ReadOnlySpan<string> printed) => read.Length >= 3 && printed.Length >= 3
        && IsAlike(read[0], printed[0]) && IsAlike(read[1], printed[1]) && IsAlike(read[2], printed[2]);

    /// <summary>As long, to a third, and not more than half of it different.</summary>
    private static bool IsAlike(string read, string printed) =>
        EditDistance.Between(RepairNoise.Stripped(read), RepairNoise.Stripped(printed)) <= Math.Max(1, printed.Length / 2)
        && Math.Abs(read.Length - printed.Length) <= 1 + (printed.Length / 3);

    private string Percent(int right) => (100.0 * right / Math.Max(1, _words)).ToString("0.00", CultureInfo.InvariantCulture);

    private static string WithSuggestions(RepairedPage page)
    {
        var text = page.Text;
        foreach (var correction in page.Corrections.Where(correction => !correction.Applied).Reverse())
            text = string.Concat(text.AsSpan(0, correction.Start), correction.Now, text.AsSpan(correction.Start + correction.Length));
        return text;
    }
}
