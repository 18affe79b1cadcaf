using System.Buffers.Binary;
using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Entries;

/// <summary>Writes entries into a frame, field by field, every word as the terms it stands in the index with.</summary>
internal sealed class EntryWriter(FrameWriter frame, SwedishTerms terms)
{
    private int _fields;

    public void Write(DocumentRecord record, Entry entry)
    {
        var countAt = frame.Position;
        frame.Int32(0);
        _fields = 0;
        WriteWords(entry.Stored, record.Board?.Value);
        WriteFilters(record, entry);
        WriteOrder(entry);
        Field('s', IndexFields.Stored);
        frame.Bytes(DocumentsJson.ToUtf8(entry.Stored));
        frame.Patch(countAt, _fields);
    }

    /// <summary>The number that sorts the entries of different documents; the rest of the id only matters for equality.</summary>
    public static long DocumentOrder(DocumentId id) => BinaryPrimitives.ReadInt64BigEndian(Convert.FromHexString(id.Hex.AsSpan(0, 16)));

    private void WriteWords(StoredEntry stored, string? board)
    {
        Words(IndexFields.Text, stored.FoundText, stored.Variants);
        if (stored.Heading is { } heading) Words(IndexFields.Heading, heading, []);
        if (stored.Title is { } title) Words(IndexFields.Title, title, []);
        if (board is not null) Words(IndexFields.BoardWords, board, []);
    }

    private void WriteFilters(DocumentRecord record, Entry entry)
    {
        Keyword(IndexFields.Owner, record.Id.Hex);
        if (record.Municipality is { } municipality) Keyword(IndexFields.Municipality, municipality.Value.ToLowerInvariant());
        if (record.Board is { } board)
        {
            Keyword(IndexFields.Board, board.Value.ToLowerInvariant());
            Facet(IndexFields.Board, board.Value);
        }

        Keyword(IndexFields.Entry, entry.Stored.LocalId);
        if (NameOf(entry.Stored) is { Length: > 0 } name) Facet(IndexFields.Name, name);
        var type = SearchRequest.TypeNames[(int)record.DocumentType];
        Keyword(IndexFields.Type, type);
        Facet(IndexFields.Type, type);
        Keyword(IndexFields.Kind, entry.Kind);
        Facet(IndexFields.Kind, entry.Kind);
        foreach (var section in entry.Sections) Keyword(IndexFields.Section, SectionKey(section));
        foreach (var dnr in entry.Stored.Document.Dnr)
        {
            Keyword(IndexFields.Dnr, dnr);
            Keyword(IndexFields.DnrWithoutUnit, Queries.DnrKeys.WithoutUnit(dnr));
        }

        foreach (var amount in entry.Amounts) Range(amount);
    }

    private static string? NameOf(StoredEntry stored) =>
        stored.Decision is null ? (stored.Page == 1 ? stored.Document.Title : null) : stored.Heading ?? stored.Document.Title;

    private void WriteOrder(Entry entry)
    {
        var day = entry.Stored.Document.Date?.FirstDay;
        if (day is { } known) Facet(IndexFields.Year, known.Year.ToString("D4", CultureInfo.InvariantCulture));
        Number('n', IndexFields.Date, DayNumber(day));
        Number('p', IndexFields.Date, DayNumber(day));
        Number('n', IndexFields.Document, DocumentOrder(entry.Stored.Document.Id));
        Number('n', IndexFields.Ordinal, entry.Ordinal);
    }

    /// <summary>yyyymmdd; 0 for none.</summary>
    public static long DayNumber(DateOnly? day) => day is { } known ? ((known.Year * 100) + known.Month) * 100L + known.Day : 0;

    /// <summary>A section's number as it is looked for: <c>88 a</c> and <c>88A</c> are one.</summary>
    public static string SectionKey(string number) =>
        string.Concat(number.Where(c => !char.IsWhiteSpace(c) && c != '§')).ToLowerInvariant();

    private void Words(string field, string text, IReadOnlyList<ReadVariant> variants)
    {
        Field('w', field);
        var (lengthAt, countAt) = (frame.Position, frame.Position + 4);
        frame.Int32(0);
        frame.Int32(0);
        var count = 0;
        var words = terms.Of(text);
        var beside = VariantTerms.Of(words, variants, terms);
        for (var i = 0; i < words.Count; i++)
        {
            words[i].Terms.WriteTo(frame);
            count += words[i].Terms.Terms.Count;
            if (beside is null || !beside.TryGetValue(i, out var others)) continue;
            count += others.Count;
            foreach (var other in others)
            {
                frame.Varint(0);
                frame.Text(other);
            }
        }

        frame.Patch(lengthAt, frame.Position - countAt);
        frame.Patch(countAt, count);
    }

    private void Range(Amount amount)
    {
        double low = (double)amount.Value, high = (double)(amount.Max ?? amount.Value);
        Field('r', IndexFields.Amount);
        frame.Double(Math.Min(low, high));
        frame.Double(Math.Max(low, high));
    }

    private void Keyword(string field, string value)
    {
        Field('k', field);
        frame.Text(Cut(value));
    }

    private void Facet(string field, string value)
    {
        Field('f', field);
        frame.Text(Cut(value));
    }

    private void Number(char kind, string field, long value)
    {
        Field(kind, field);
        frame.Int64(value);
    }

    private void Field(char kind, string name)
    {
        _fields++;
        frame.Byte((byte)kind);
        frame.Text(name);
    }

    /// <summary>The engine takes no term above 32,766 bytes; no name or number is near this.</summary>
    private static string Cut(string value) => value.Length <= 1000 ? value : value[..1000];
}
