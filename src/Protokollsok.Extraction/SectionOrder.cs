using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Tells which section numbers of a record may have been misread: a sign or a stroke taken for a digit, or a digit for another. Pure.</summary>
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
        return [.. record.Sections.Select((section, i) => Misread(record, section, misfits.TryGetValue(i, out var expected) && MayBe(record, i) ? expected : null)).OfType<MisreadSection>()];
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

    /// <summary>The same with its letter, as numbers are written: <c>88 a</c>.</summary>
    public static string PrintedName(DocumentRecord record, Section section)
    {
        var digits = PrintedNumber(record, section);
        if (digits.Length == 0) return "";
        var page = record.Pages.First(page => page.Number == section.Page).Text;
        var span = page.AsSpan(section.Start, Math.Min(section.Length, page.Length - section.Start)).TrimEnd();
        return span is [.., >= 'a' and <= 'z'] && span[..^1].TrimEnd().EndsWith(digits, StringComparison.Ordinal) ? $"{digits} {span[^1]}" : digits;
    }

    /// <summary>Where its mark and number stand.</summary>
    public static Place PlaceOf(Section section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new Place(section.Page, section.Start, section.Length);
    }

    /// <summary>Whether a number can be its neighbours' kin at all: one with a letter was seen well, one behind another unit (<c>AU § 510</c>) is quoted.</summary>
    private static bool MayBe(DocumentRecord record, int i)
    {
        var section = record.Sections[i];
        var unit = Unit(record, section);
        return Digits(section.Number) == section.Number && unit == Unit(record, record.Sections[i - 1]) && unit == Unit(record, record.Sections[i + 1]);
    }

    /// <summary>What stands before the mark on its line: <c>AU</c>, or nothing.</summary>
    private static string Unit(DocumentRecord record, Section section)
    {
        var page = record.Pages.FirstOrDefault(page => page.Number == section.Page)?.Text ?? "";
        var start = Math.Clamp(section.Start, 0, page.Length);
        var line = page.AsSpan(0, start).LastIndexOf('\n') + 1;
        return page[line..start].Trim(' ', '#', '*');
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
