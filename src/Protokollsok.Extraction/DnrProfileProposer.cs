using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Proposes a profile from the documents that were seen: a number that is again and again the document's own year, or one shortly before,
/// is the year. It only proposes what enough case numbers agree on; a person decides.
/// </summary>
public static partial class DnrProfileProposer
{
    /// <summary>So many case numbers must speak for an order, a unit or a code.</summary>
    private const int Enough = 3;

    /// <summary>And so many of a hundred of those that say anything.</summary>
    private const int Agreement = 85;

    /// <summary>A case is decided in its year or in one of the next.</summary>
    private const int OldestCase = 6;

    private static readonly DnrPart[][] Possible =
    [
        [DnrPart.Year, DnrPart.Serial], [DnrPart.Serial, DnrPart.Year],
        [DnrPart.Class, DnrPart.Serial, DnrPart.Year], [DnrPart.Class, DnrPart.Year, DnrPart.Serial], [DnrPart.Year, DnrPart.Serial, DnrPart.Class], [DnrPart.Serial, DnrPart.Class, DnrPart.Year],
    ];

    private sealed record Sample(string[] Numbers, string Unit, string? Code, int Year);

    /// <param name="records">Of one municipality; those without a date of their own say nothing about years.</param>
    public static DnrProfile Propose(IEnumerable<DocumentRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var samples = records.SelectMany(SamplesOf).ToList();
        return DnrProfile.Of(OrdersOf(samples), UnitsOf(samples), CodesOf(samples));
    }

    private static IEnumerable<Sample> SamplesOf(DocumentRecord record)
    {
        var year = (record.MeetingDate ?? record.DocumentDate)?.Value.FirstDay.Year ?? 0;
        foreach (var dnr in record.CaseNumbers)
        {
            if (Shape().Match(dnr.Value.Value) is not { Success: true } shape) continue;
            var code = Digits().Match(dnr.Printed.Length > dnr.Value.Value.Length ? dnr.Printed[dnr.Value.Value.Length..] : "");
            yield return new Sample([.. shape.Groups["number"].Captures.Select(number => number.Value)], shape.Groups["unit"].Value, code.Success ? code.Value : null, year);
        }
    }

    /// <summary>Of the orders of one length, the one under which most numbers have a year that fits, if it beats every other.</summary>
    private static IEnumerable<IReadOnlyList<DnrPart>> OrdersOf(List<Sample> samples)
    {
        foreach (var length in (int[])[2, 3])
        {
            // Of two numbers one of four digits tells by itself which is the year.
            var of = samples.Where(sample => sample.Numbers.Length == length && sample.Year > 0 && (length == 3 || sample.Numbers.All(number => number.Length < 4 || number[0] == '0'))).ToList();
            var ranked = Possible.Where(order => order.Length == length)
                .Select(order => (Order: order, Fits: of.Count(sample => Fits(sample, order)))).OrderByDescending(pair => pair.Fits).ToList();
            if (ranked[0].Fits >= Enough && ranked[0].Fits * 100 >= of.Count * Agreement && ranked[0].Fits > ranked[1].Fits) yield return ranked[0].Order;
        }
    }

    private static bool Fits(Sample sample, DnrPart[] order)
    {
        var year = sample.Numbers[Array.IndexOf(order, DnrPart.Year)];
        if (year.Length is not (2 or 4) || Array.IndexOf(order, DnrPart.Class) is >= 0 and var at && sample.Numbers[at].Length > 4) return false;
        var age = year.Length == 4 ? sample.Year - Number(year) : (sample.Year - Number(year)) % 100;
        return age is >= 0 and <= OldestCase;
    }

    /// <summary>Units that differ only in case are one; the commonest spelling stands first.</summary>
    private static IEnumerable<IReadOnlyList<string>> UnitsOf(List<Sample> samples) =>
        samples.Where(sample => sample.Unit.Length > 1).GroupBy(sample => sample.Unit, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() >= Enough)
            .Select(group => (IReadOnlyList<string>)[group.GroupBy(sample => sample.Unit).OrderByDescending(spelling => spelling.Count()).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key]);

    private static IEnumerable<string> CodesOf(List<Sample> samples)
    {
        var codes = samples.Select(sample => sample.Code).OfType<string>().GroupBy(code => code).ToList();
        // A list of a few would refuse the codes of the next document.
        return codes.Count >= 10 && codes.All(code => code.Count() >= Enough) ? codes.Select(code => code.Key) : [];
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<unit>\p{L}{0,8}(?:[ /]\p{L}{1,8})?)[ /.-]{0,2}(?<number>\d{1,6})(?:[-/:.] ?(?<number>\d{1,6})){1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\d{2,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
