using Protokollsok.Documents;

namespace Protokollsok.Search.Entries;

/// <summary>Makes a document's entries: one for each decision, then one for each page.</summary>
internal sealed class EntryMaker
{
    private readonly DocumentRecord _record;
    private readonly CalendarDate? _date;
    private readonly Dictionary<int, PageRecord> _pages;
    private readonly string[] _documents;

    private EntryMaker(DocumentRecord record)
    {
        _record = record;
        _date = record.MeetingDate?.Value ?? record.DocumentDate?.Value;
        // A letter's, or an extract's with one section, are all its own.
        string[] numbers = [.. record.CaseNumbers.Select(found => found.Value.Key).Distinct(StringComparer.Ordinal)];
        _documents = numbers.Length == 1 || record.Sections.Count <= 1 ? numbers : [];
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
            Summary(section?.CaseNumbers ?? []), decision, decision.Page, null, section?.Heading,
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
        var open = _record.Sections.LastOrDefault(section => section.Page < page.Number);
        var headings = string.Join('\n', begun.Select(section => section.Heading).OfType<string>());
        string[] printed = [.. _record.CaseNumbers.Where(found => found.Place.Page == page.Number).Select(found => found.Value.Key)];
        IEnumerable<string> dnr = printed.Length > 0 ? printed : begun.Prepend(open).OfType<Section>().SelectMany(section => section.CaseNumbers);
        var stored = new StoredEntry(
            Summary([.. dnr]), null, page.Number, text, headings.Length > 0 ? headings : null,
            page.Number == 1 ? TitleAndBoard() : null, VariantFinder.Find(text, page.Corrections));
        return new Entry(
            stored, EntryKind.Page, ordinal,
            [.. begun.Prepend(open).OfType<Section>().Select(section => section.Number)],
            [.. _record.Amounts.Where(amount => amount.Place.Page == page.Number).Select(amount => amount.Value)]);
    }

    private Entry OfNothing() => new(new StoredEntry(Summary([]), null, 1, "", null, TitleAndBoard(), []), EntryKind.Page, 0, [], []);

    /// <summary>
    /// The own case numbers of a section or page, where it has some. Else the document's, if they can be meant: of minutes with several cases
    /// none says which it is, and who asks for a case is served worse by the paragraphs beside it than by too few.
    /// </summary>
    private DocumentSummary Summary(IReadOnlyList<string> own) =>
        new(_record.Id, _record.Title, _record.Board?.Value, _date, [.. (own.Count > 0 ? own : _documents).Distinct(StringComparer.Ordinal)]);

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
