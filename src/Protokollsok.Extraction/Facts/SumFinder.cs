using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds sums that do not add up: in a list that ends in <i>Summa</i>, and in sentences with <i>dels … dels</i> or <i>varav</i>.</summary>
internal static partial class SumFinder
{
    private const int Reach = 120;

    public static IEnumerable<Finding> Find(MinutesText minutes, IReadOnlyList<ValueSpan<Amount>> amounts) =>
        InLists(minutes, amounts).Concat(InSentences(minutes, amounts));

    /// <summary>Lines that each end in one amount, and a last one that calls itself their sum.</summary>
    private static IEnumerable<Finding> InLists(MinutesText minutes, IReadOnlyList<ValueSpan<Amount>> amounts)
    {
        var items = new List<ValueSpan<Amount>>();
        var next = 0;
        foreach (var line in minutes.Lines)
        {
            while (next < amounts.Count && amounts[next].End < line.End) next++;
            if (next == amounts.Count || amounts[next].Start < line.Start || amounts[next].End > line.End || amounts[next].Value.Max is not null)
            {
                items.Clear();
                continue;
            }

            var amount = amounts[next];
            if (!Total().IsMatch(line.Text)) items.Add(amount);
            else
            {
                if (items.Count >= 2 && !AddsUp(items, amount)) yield return Mismatch(minutes, items, amount);
                items.Clear();
            }
        }
    }

    /// <summary>What is taken away (income from costs) is often printed without a sign.</summary>
    private static bool AddsUp(List<ValueSpan<Amount>> items, ValueSpan<Amount> total)
    {
        var sum = items.Sum(item => item.Value.Value);
        return total.Value.Value == sum || total.Value.Value == 2 * items.Max(item => item.Value.Value) - sum;
    }

    private static IEnumerable<Finding> InSentences(MinutesText minutes, IReadOnlyList<ValueSpan<Amount>> amounts)
    {
        for (var i = 1; i < amounts.Count; i++)
        {
            if (LeadWord().Match(Window.Before(minutes.Text, amounts[i].Start, 24).ToString()) is not { Success: true } lead
                || !IsSameSentence(minutes.Text, amounts[i - 1], amounts[i])) continue;
            var total = amounts[i - 1];
            var parts = PartsFrom(minutes.Text, amounts, i, lead.Groups["word"].Value);
            i += parts.Count - 1;
            var missing = total.Value.Value - parts.Sum(part => part.Value.Value);
            // What is told of a sum with "varav" need not be all of it; then only a near miss is a slip.
            var isSlip = lead.Groups["word"].Value == "dels" || Math.Abs(missing) * 10 < total.Value.Value;
            if (parts.Count >= 2 && missing != 0 && isSlip && !parts.Append(total).Any(amount => amount.Value.Max is not null || amount.Value.Approximate))
                yield return Mismatch(minutes, parts, total);
        }
    }

    private static List<ValueSpan<Amount>> PartsFrom(string text, IReadOnlyList<ValueSpan<Amount>> amounts, int first, string word)
    {
        var parts = new List<ValueSpan<Amount>> { amounts[first] };
        for (var i = first + 1; i < amounts.Count && IsSameSentence(text, amounts[i - 1], amounts[i]); i++)
        {
            if (!text.AsSpan(amounts[i - 1].End, amounts[i].Start - amounts[i - 1].End).Contains(word == "dels" ? "dels" : "och", StringComparison.Ordinal)) break;
            parts.Add(amounts[i]);
        }

        return parts;
    }

    private static bool IsSameSentence(string text, ValueSpan<Amount> one, ValueSpan<Amount> other)
    {
        if (other.Start - one.End > Reach) return false;
        var between = text.AsSpan(one.End, other.Start - one.End);
        return between.IndexOf(". ", StringComparison.Ordinal) < 0 && between.IndexOf(".\n", StringComparison.Ordinal) < 0
            && between.IndexOf("\n\n", StringComparison.Ordinal) < 0;
    }

    private static Finding Mismatch(MinutesText minutes, List<ValueSpan<Amount>> parts, ValueSpan<Amount> total)
    {
        var sum = parts.Sum(part => part.Value.Value).ToString("0.##", CultureInfo.InvariantCulture);
        return new Finding("sum-mismatch", $"The parts add up to {sum}, not to {total.Value.Value.ToString("0.##", CultureInfo.InvariantCulture)}.",
            [.. parts.Append(total).OrderBy(amount => amount.Start).SelectMany(amount => minutes.PlacesOf(amount.Start, amount.Length))]);
    }

    [GeneratedRegex(@"\A(?:Summa|SUMMA|Totalt|TOTALT|Total|Sammanlagt|Totalsumma|Slutsumma)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?<word>dels|varav)\s+\z", RegexOptions.CultureInvariant)]
    private static partial Regex LeadWord();
}
