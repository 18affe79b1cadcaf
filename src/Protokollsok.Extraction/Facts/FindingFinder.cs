using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds what a person should look at. It only points; nothing is ever corrected.</summary>
internal static partial class FindingFinder
{
    private const int MostAmounts = 100;

    public static IReadOnlyList<Finding> Find(MinutesText minutes, IReadOnlyList<Section> sections,
        IReadOnlyList<SectionTitle> titles, IReadOnlyList<Decision> decisions, ScannedValues values) =>
        [
            .. PersonalNumbers(minutes), .. MissingSections(minutes, sections), .. CutDecisionFinder.Find(minutes, decisions),
            .. DateConflictFinder.Find(minutes, titles, values.Dates), .. SumFinder.Find(minutes, values.Amounts), .. SumsWithoutUnit(minutes, values.Amounts),
        ];

    /// <summary>A number without a unit that two amounts of the document add up to: an amount whose unit was forgotten.</summary>
    private static IEnumerable<Finding> SumsWithoutUnit(MinutesText minutes, IReadOnlyList<ValueSpan<Amount>> amounts)
    {
        var values = amounts.Select(amount => amount.Value.Value).Where(value => value >= 1000).Distinct().Take(MostAmounts).ToList();
        var sums = values.SelectMany((first, i) => values.Skip(i + 1).Select(second => first + second)).ToHashSet();
        var known = amounts.Select(amount => amount.Start).ToHashSet();
        for (var i = 0; i < minutes.Text.Length && sums.Count > 0; i++)
        {
            if (!char.IsAsciiDigit(minutes.Text[i]) || !Window.IsStart(minutes.Text, i)) continue;
            var match = Window.At(minutes.Text, i, Thousands());
            if (!match.Success) continue;
            if (!known.Contains(i) && AmountNumber.Parse(match.ValueSpan, 1) is { } number && sums.Contains(number))
                yield return new Finding("amount-without-unit", $"{match.Value} has no unit, and two amounts of the text add up to it.",
                    minutes.PlacesOf(i, match.Length));
            i += match.Length - 1;
        }
    }

    private static IEnumerable<Finding> PersonalNumbers(MinutesText minutes)
    {
        for (var i = 0; i < minutes.Text.Length; i++)
        {
            if (!char.IsAsciiDigit(minutes.Text[i]) || !Window.IsStart(minutes.Text, i)) continue;
            var match = Window.At(minutes.Text, i, PersonalNumber());
            if (!match.Success || !IsValid(match)) continue;
            yield return new Finding("personal-number", "A valid personal number stands in the text, which may become public.",
                minutes.PlacesOf(i, match.Length));
            i += match.Length;
        }
    }

    /// <summary>A day of the calendar, and the check digit (Luhn) right.</summary>
    private static bool IsValid(Match match)
    {
        var digits = match.Groups["date"].Value + match.Groups["rest"].Value;
        var (month, day) = (int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture),
            int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture));
        if (month is < 1 or > 12 || day is < 1 or > 31) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[i] - '0') * (2 - i % 2);
            sum += product / 10 + product % 10;
        }

        return sum % 10 == 0;
    }

    /// <summary>The cover sheet says which paragraphs the minutes hold; what was not found of them was read badly or lies
    /// elsewhere.</summary>
    private static IEnumerable<Finding> MissingSections(MinutesText minutes, IReadOnlyList<Section> sections)
    {
        if (sections.Count < 2) yield break;
        if (CoverRange.Of(minutes) is not { } cover) yield break;
        var (from, to) = (cover.From, cover.To);
        var found = sections.Select(section => section.Number).Concat(ExceptedBy(minutes, cover.Line)).ToHashSet();
        var missing = Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Where(number => !found.Contains(number)).ToList();
        if (missing.Count > 0)
            yield return new Finding("section-missing", $"The cover sheet names §§ {from}–{to}; not found: {string.Join(", ", missing)}.",
                minutes.PlacesOf(cover.Line.Start + cover.At.Start, cover.At.Length));
    }

    /// <summary>The secret ones, which lie elsewhere: <c>167-193 Ej §§ 186, 188, 193</c>.</summary>
    private static IEnumerable<string> ExceptedBy(MinutesText minutes, Line cover)
    {
        var next = cover.Index + 1 < minutes.Lines.Count ? minutes.Lines[cover.Index + 1].Text : "";
        var match = Excepted().Match(cover.Text + " " + next);
        return match.Groups["number"].Captures.Select(capture => capture.Value);
    }

    [GeneratedRegex(
        @"\b(?:[Ee]j|[Uu]tom|[Ee]xkl\.?|[Mm]ed undantag (?:av|för))\s(?:§{1,2}|paragraf(?:er)?n?a?)\s?(?<number>\d{1,4})(?:(?:,\s?|\s(?:och|samt)\s)(?:§\s?)?(?<number>\d{1,4})){0,40}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Excepted();

    [GeneratedRegex(@"\A(?:19|20)?(?<date>\d{6})[-+](?<rest>\d{4})(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"\A\d{1,3}(?: \d{3}(?!\d))+", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
