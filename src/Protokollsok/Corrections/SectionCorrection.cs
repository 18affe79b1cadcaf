using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Corrections;

/// <summary>
/// What a section's number is, <c>838=38</c>, or that it is no section, <c>838=</c>; with the page where one number stands twice, <c>4:838=38</c>.
/// The number is told as the record has it or as the page prints it, so that it is found again when a rule has learnt better.
/// </summary>
/// <param name="Page">1-based; <see langword="null"/> for any.</param>
/// <param name="Right">Empty: it is none.</param>
internal sealed record SectionCorrection(int? Page, string Wrong, string Right)
{
    private const int MostDigits = 4;

    /// <returns><see langword="null"/> if the text is not of that form.</returns>
    public static SectionCorrection? Parse(string value)
    {
        if (value.Split(CorrectionField.Becomes) is not [var wrong, var right]) return null;
        int? page = null;
        if (wrong.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!int.TryParse(wrong.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            (page, wrong) = (number, wrong[(at + 1)..]);
        }

        return NumberOf(wrong) is { Length: > 0 } before && NumberOf(right) is { } after ? new SectionCorrection(page, before, after) : null;
    }

    /// <summary>As it is kept.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Page is null ? "" : $"{Page}:")}{Wrong}{CorrectionField.Becomes}{Right}");

    /// <exception cref="WrongUseException">The value is none for this record.</exception>
    public static string Checked(string value, DocumentRecord? record)
    {
        if (Parse(value) is not { } correction) throw new WrongUseException($"'{value}' is none: write WRONG=RIGHT, 838=38, PAGE:WRONG=RIGHT, or WRONG= where it is no section.");
        if (record is null) return correction.ToString();
        var meant = record.Sections.Where(section => correction.Names(record, section)).ToList();
        if (meant.Count == 0) throw new WrongUseException($"There is no § {correction.Wrong} {(correction.Page is null ? "in this document" : $"on page {correction.Page}")}, which has {(record.Sections.Count == 0 ? "no sections" : string.Join(", ", record.Sections.Select(section => section.Number).Distinct()))}.");
        if (meant.DistinctBy(section => section.Page).Count() > 1) throw new WrongUseException($"More than one section is read as {correction.Wrong}, on the pages {string.Join(", ", meant.Select(section => section.Page).Distinct())}: write PAGE:{correction}.");
        return correction.ToString();
    }

    /// <summary>Whether a section is meant by it.</summary>
    public bool Names(DocumentRecord record, Section section) =>
        (Page ?? section.Page) == section.Page && (section.Number == Wrong || SectionOrder.PrintedNumber(record, section) == Wrong);

    /// <summary>The sections that it names: of several on a page the one that does not fit its neighbours, if there is one.</summary>
    public IReadOnlyList<Section> SectionsOf(DocumentRecord record)
    {
        var named = record.Sections.Where(section => Names(record, section)).ToList();
        return named.Count > 1 && SectionOrder.Misread(record).FirstOrDefault(misread => named.Contains(misread.Section)) is { } misread ? [misread.Section] : named;
    }

    /// <summary>The record with it; what was decided, voted and reserved under the section goes along.</summary>
    public DocumentRecord Put(DocumentRecord record)
    {
        foreach (var section in SectionsOf(record)) record = Put(record, section);
        return record;
    }

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
            : digits is 0 or > MostDigits || letter is not ([] or [>= 'a' and <= 'z']) ? null
            : letter.Length == 0 ? text[..digits] : $"{text[..digits]} {letter}";
    }
}
