using Protokollsok.Documents;

namespace Protokollsok.Search.Entries;

/// <summary>Makes a document's entries: one for each decision, then one for each page.</summary>
internal sealed class EntryMaker
{
    private readonly DocumentRecord _record;
    private readonly CalendarDate? _date;
    private readonly Dictionary<int, PageRecord> _pages;
    private readonly string[] _numbers;

    private EntryMaker(DocumentRecord record)
    {
        _record = record;
        _date = record.MeetingDate?.Value ?? record.DocumentDate?.Value;
        _numbers = [.. record.CaseNumbers.Select(found => found.Value.Key).Distinct(StringComparer.Ordinal)];
        _pages = record.Pages.GroupBy(page => page.Number).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>At least one: a document without pages is still found by its title.</summary>
    public static IReadOnlyList<Entry> EntriesOf(DocumentRecord record)
    {
        var maker = new EntryMaker(record);
        var decisions = record.Decisions.Select(maker.OfDecision).ToList();
        var pages = record.Pages.Select((page, i) => maker.OfPage(page, decisions.Count + i));
        Entry[] entries = [.. decisions, .. pages];
        return entries.Length > 0 ? entries : [maker.OfNothing()];
    }

    private Entry OfDecision(Decision decision, int ordinal)
    {
        var section = _record.Sections.LastOrDefault(section => section.Number == decision.Section && !LiesAfter(section, decision));
        var stored = new StoredEntry(
            Summary(NumbersOf(section)), decision, decision.Page, null, section?.Heading,
            // The title of minutes is another paragraph's, or says no more than that they are minutes.
            section is null ? TitleAndBoard() : _record.Board?.Value, VariantsOf(decision));
        return new Entry(
            stored,
            decision.Kind == DecisionKind.Proposal ? EntryKind.Proposal : EntryKind.Decision,
            ordinal,
            decision.Section is { } number ? [number] : [],
            [.. _record.Amounts.Where(amount => decision.Parts.Any(part => Contains(part, amount.Place))).Select(amount => amount.Value)]);
    }

    private Entry OfPage(PageRecord page, int ordinal)
    {
        var text = RunningText.Of([page]).Text;
        var begun = _record.Sections.Where(section => section.Page == page.Number).ToList();
        var open = begun.Count > 0 && IsBlankBefore(begun[0], page) ? null : _record.Sections.LastOrDefault(section => section.Page < page.Number);
        Section[] sections = [.. begun.Prepend(open).OfType<Section>()];
        var headings = string.Join('\n', begun.Select(section => section.Heading).OfType<string>());
        // What its sections are about, and what it cites: who asks for either is to find it.
        var printed = _record.CaseNumbers.Where(found => found.Place.Page == page.Number).Select(found => found.Value.Key);
        var meant = sections.Length > 0 ? sections.SelectMany(NumbersOf) : NumbersOf(null);
        var stored = new StoredEntry(
            Summary(printed.Concat(meant)), null, page.Number, text, headings.Length > 0 ? headings : null,
            page.Number == 1 ? TitleAndBoard() : null, VariantFinder.Find(text, page.Corrections));
        return new Entry(
            stored, EntryKind.Page, ordinal,
            [.. sections.Select(section => section.Number)],
            [.. _record.Amounts.Where(amount => amount.Place.Page == page.Number).Select(amount => amount.Value)]);
    }

    private Entry OfNothing() => new(new StoredEntry(Summary(NumbersOf(null)), null, 1, "", null, TitleAndBoard(), []), EntryKind.Page, 0, [], []);

    /// <summary>
    /// The case numbers that a section is about: those of its head. Else the document's where it has one section or none (a letter, an extract).
    /// The only number of longer minutes is theirs where it stands before the first section, and one section's where it stands in that; of
    /// several none says which is meant, and who asks for a case is served worse by the paragraphs beside it than by too few.
    /// </summary>
    private IReadOnlyList<string> NumbersOf(Section? section)
    {
        if (section?.CaseNumbers is { Count: > 0 } own) return own;
        if (_record.Sections.Count <= 1) return _numbers;
        if (_numbers.Length != 1) return [];
        var holder = HolderOf(_record.CaseNumbers[0].Place);
        return holder is null || holder == section ? _numbers : [];
    }

    /// <summary>The section that a place lies in; null before the first.</summary>
    private Section? HolderOf(Place place) =>
        _record.Sections.LastOrDefault(section => section.Page < place.Page || (section.Page == place.Page && section.Start <= place.Start));

    /// <summary>Whether the page holds nothing but furniture above a section: the one before has then ended on the page before.</summary>
    private static bool IsBlankBefore(Section section, PageRecord page) =>
        RunningText.Of([page with { Text = page.Text[..Math.Clamp(section.Start, 0, page.Text.Length)] }]).Text.Length == 0;

    private DocumentSummary Summary(IEnumerable<string> numbers) =>
        new(_record.Id, _record.Title, _record.Board?.Value, _date, [.. numbers.Distinct(StringComparer.Ordinal)]);

    private string? TitleAndBoard()
    {
        string[] texts = [.. new[] { _record.Title, _record.Board?.Value }.OfType<string>()];
        return texts.Length > 0 ? string.Join('\n', texts) : null;
    }

    private List<ReadVariant> VariantsOf(Decision decision)
    {
        var corrections = decision.Parts.SelectMany(part => _pages.TryGetValue(part.Page, out var page)
            ? page.Corrections.Where(correction => correction.Start >= part.Start && correction.Start < part.End)
            : []);
        return VariantFinder.Find(decision.Text, corrections);
    }

    private static bool LiesAfter(Section section, Decision decision) =>
        section.Page > decision.Page || (section.Page == decision.Page && section.Start > decision.Start);

    private static bool Contains(Place outer, Place inner) =>
        outer.Page == inner.Page && inner.Start >= outer.Start && inner.Start < outer.End;
}
