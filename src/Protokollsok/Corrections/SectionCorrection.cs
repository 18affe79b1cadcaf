using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Corrections;

/// <summary>
/// What one section's number is, <c>838=38</c>, or that it is no section, <c>838=</c>; with the page where one number stands on several,
/// <c>4:838=38</c>; and by its place where one stands twice on a page: asked as <c>PAGE/START=38</c>, the start as the record tells it, and kept as
/// <c>PAGE/START:838=38</c>, the start as the page was read. What is wrong is kept as the page prints it: no rule and no other correction changes that.
/// </summary>
/// <param name="Page">1-based; <see langword="null"/> for any.</param>
/// <param name="Start">0-based, UTF-16 units of the page's text as read; <see langword="null"/> for any.</param>
/// <param name="Right">Empty: it is none.</param>
internal sealed partial record SectionCorrection(int? Page, int? Start, string Wrong, string Right)
{
    private const int MostDigits = 4;

    private const string Forms = "write WRONG=RIGHT, 838=38, PAGE:WRONG=RIGHT, PAGE/START=RIGHT, or WRONG= where it is no section.";

    /// <returns><see langword="null"/> if the text is not of the form that is kept.</returns>
    public static SectionCorrection? Parse(string value) =>
        Kept().Match(value) is { Success: true } kept && NumberOf(kept.Groups["wrong"].Value) is { Length: > 0 } wrong && NumberOf(kept.Groups["right"].Value) is { } right
            ? new SectionCorrection(Count(kept.Groups["page"]), Count(kept.Groups["start"]), wrong, right)
            : null;

    /// <summary>As it is kept.</summary>
    public override string ToString()
    {
        var place = Page is null ? "" : Start is null ? $"{Page}:" : string.Create(CultureInfo.InvariantCulture, $"{Page}/{Start}:");
        return $"{place}{Wrong}{CorrectionField.Becomes}{Right}";
    }

    /// <exception cref="WrongUseException">The value is none for this record, or could mean more than one of its sections.</exception>
    public static string Checked(string value, DocumentRecord? record)
    {
        if (record is not null && AtPlace(value, record) is { } placed) return placed.ToString();
        if (Parse(value) is not { } correction) throw new WrongUseException($"'{value}' is none: {Forms}");
        if (record is null) return correction.ToString();
        return correction.Named(record) switch
        {
            [var only] => correction.For(record, only).ToString(),
            [] => throw new WrongUseException($"There is no § {correction.Wrong} {(correction.Page is null ? "in this document" : $"on page {correction.Page}")}, which has {NumbersOf(record)}."),
            var several => throw new WrongUseException(
                $"{several.Count} sections are read as {correction.Wrong}: write which one is meant, PAGE/START{CorrectionField.Becomes}{correction.Right}, as the record tells page and start: "
                + $"{string.Join(", ", several.Select(PlaceText))}."),
        };
    }

    /// <summary>The section that it names; <see langword="null"/> if none or more than one.</summary>
    public Section? SectionOf(DocumentRecord record) => Named(record) is [var only] ? only : null;

    /// <summary>The record with it; what was decided, voted and reserved under the section goes along.</summary>
    public DocumentRecord Put(DocumentRecord record) => SectionOf(record) is { } section ? Put(record, section) : record;

    /// <summary>Those that are printed so; where none is, those that the record calls so.</summary>
    private List<Section> Named(DocumentRecord record)
    {
        var there = record.Sections.Where(section => (Page ?? section.Page) == section.Page && (Start is null || Start == ReadAt(record, section))).ToList();
        var printed = there.FindAll(section => SectionOrder.PrintedName(record, section) == Wrong);
        return printed.Count > 0 ? printed : there.FindAll(section => section.Number == Wrong);
    }

    /// <summary>The same as the page prints it, by its place where another is printed so.</summary>
    private SectionCorrection For(DocumentRecord record, Section section)
    {
        var printed = this with { Wrong = SectionOrder.PrintedName(record, section) is { Length: > 0 } name ? name : Wrong };
        return printed.SectionOf(record) == section ? printed : printed with { Page = section.Page, Start = ReadAt(record, section) };
    }

    private static SectionCorrection? AtPlace(string value, DocumentRecord record)
    {
        if (Asked().Match(value) is not { Success: true } asked || NumberOf(asked.Groups["right"].Value) is not { } right) return null;
        var (page, start) = (Count(asked.Groups["page"]), Count(asked.Groups["start"]));
        var section = record.Sections.FirstOrDefault(section => section.Page == page && section.Start == start)
            ?? throw new WrongUseException($"No section begins at {start} on page {page}; there are {string.Join(", ", record.Sections.Select(section => $"§ {section.Number} at {PlaceText(section)}"))}.");
        return new SectionCorrection(section.Page, null, section.Number, right).For(record, section);
    }

    private static string PlaceText(Section section) => string.Create(CultureInfo.InvariantCulture, $"{section.Page}/{section.Start}");

    private static int ReadAt(DocumentRecord record, Section section) =>
        section.Start - PlacedWord.Moved(record.Pages.FirstOrDefault(page => page.Number == section.Page)?.Corrections ?? [], section.Start);

    private static string NumbersOf(DocumentRecord record) => record.Sections.Count == 0 ? "no sections" : string.Join(", ", record.Sections.Select(section => section.Number).Distinct());

    private static int? Count(Group digits) => digits.Success ? int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1 : null;

    private DocumentRecord Put(DocumentRecord record, Section section)
    {
        var at = record.Sections.ToList().IndexOf(section);
        var next = record.Sections.Skip(at + 1).Select(SectionOrder.PlaceOf).FirstOrDefault();
        var now = Right.Length > 0 ? Right : at > 0 ? record.Sections[at - 1].Number : null;
        bool IsUnder(string? number, int page, int start) =>
            number == section.Number && (page, start).CompareTo((section.Page, section.Start)) >= 0 && (next is null || (page, start).CompareTo((next.Page, next.Start)) < 0);
        return record with
        {
            Sections = [.. record.Sections.Where((_, i) => i != at || Right.Length > 0).Select(one => one == section ? one with { Number = Right, Confidence = 1 } : one)],
            Decisions = [.. record.Decisions.Select(one => IsUnder(one.Section, one.Page, one.Start) ? one with { Section = now } : one)],
            Votes = [.. record.Votes.Select(one => IsUnder(one.Section, one.Page, one.Start) ? one with { Section = now } : one)],
            Reservations = [.. record.Reservations.Select(one => IsUnder(one.Section, one.Page, one.Start) ? one with { Section = now } : one)],
        };
    }

    /// <summary><c>38</c>, <c>§ 38</c>, <c>88a</c>; empty for nothing, <see langword="null"/> if it is no number.</summary>
    private static string? NumberOf(string text)
    {
        text = text.Trim().TrimStart('§').TrimStart();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var letter = text[digits..].TrimStart();
        return text.Length == 0 ? ""
            : digits is 0 or > MostDigits || letter is not ([] or [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z')]) ? null
            : letter.Length == 0 ? text[..digits] : $"{text[..digits]} {letter.ToLowerInvariant()}";
    }

    [GeneratedRegex(@"\A(?:(?<page>[0-9]+)(?:/(?<start>[0-9]+))?:)?(?<wrong>[^:/=]*)=(?<right>[^=]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Kept();

    [GeneratedRegex(@"\A(?<page>[0-9]+)/(?<start>[0-9]+)=(?<right>[^=]*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();
}
