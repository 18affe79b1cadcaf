using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Tells which section numbers of a record were misread: a sign or a stroke taken for a digit, or a digit for another. Pure.</summary>
public static class SectionOrder
{
    public const string Code = "section-order";

    /// <summary>What no number is near.</summary>
    private const int NoNumber = -1000;

    /// <summary>In reading order.</summary>
    public static IReadOnlyList<MisreadSection> Misread(DocumentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var misfits = NumberRun.Misfits([.. record.Sections.Select(section => Value(section.Number))]);
        return [.. record.Sections.Select((section, i) => Misread(record, section, misfits.TryGetValue(i, out var expected) ? expected : null)).OfType<MisreadSection>()];
    }

    public static IEnumerable<Finding> Findings(DocumentRecord record) => Misread(record).Select(misread => new Finding(
        Code,
        misread.Section.Number == misread.Proposed
            ? $"\"{misread.Printed}\" is taken for § {misread.Proposed}, which the order of the sections asks for: compare it with the page."
            : $"§ {misread.Printed} does not fit the order of the sections, which asks for § {misread.Proposed}: compare it with the page.",
        [PlaceOf(misread.Section)]));

    /// <summary>The digits of its number as they stand on the page; empty if the page has none there.</summary>
    public static string PrintedNumber(DocumentRecord record, Section section)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(section);
        var page = record.Pages.FirstOrDefault(page => page.Number == section.Page)?.Text ?? "";
        var start = Math.Clamp(section.Start, 0, page.Length);
        var text = page.AsSpan(start, Math.Clamp(section.Length, 0, page.Length - start));
        if (text.IndexOf('/') is >= 0 and var year) text = text[..year];
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        var from = text[..end].LastIndexOfAnyExceptInRange('0', '9') + 1;
        return text[from..end].ToString();
    }

    /// <summary>Where its mark and number stand.</summary>
    public static Place PlaceOf(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new Place(section.Page, section.Start, section.Length);
    }

    private static MisreadSection? Misread(DocumentRecord record, Section section, int? expected)
    {
        var printed = PrintedNumber(record, section);
        if (printed.Length == 0) return null;
        if (expected is { } number) return new MisreadSection(section, printed, number.ToString(CultureInfo.InvariantCulture));
        // What a person has said is sure, and so is a number that stands there just so.
        return section.Confidence < 1 && printed != Digits(section.Number) ? new MisreadSection(section, printed, section.Number) : null;
    }

    private static string Digits(string number) => string.Concat(number.TakeWhile(char.IsAsciiDigit));

    /// <summary>A number from outside may be anything; none fits nowhere.</summary>
    private static int Value(string number) => int.TryParse(Digits(number), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : NoNumber;
}
