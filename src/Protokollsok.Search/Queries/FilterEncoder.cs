using Protokollsok.Documents;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Supervision;

namespace Protokollsok.Search.Queries;

/// <summary>Writes a request's filters as one query: all of them must hold.</summary>
internal static class FilterEncoder
{
    private const byte Should = 1;
    private const byte Not = 2;
    private const byte Filter = 3;
    private const long FirstDay = 1;
    private const long LastDay = 99991231;

    public static void Write(FrameWriter frame, SearchRequest request)
    {
        var filters = new List<Action>();
        void Keyword(string field, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) filters.Add(() => WriteKeyword(frame, field, value.Trim().ToLowerInvariant()));
        }

        Keyword(IndexFields.Municipality, request.Municipality);
        Keyword(IndexFields.Board, request.Board);
        Keyword(IndexFields.Type, request.Type);
        Keyword(IndexFields.Kind, request.Kind);
        if (!string.IsNullOrWhiteSpace(request.Dnr)) filters.Add(() => WriteDnr(frame, request.Dnr.Trim()));
        if ((request.From ?? request.To) is not null) filters.Add(() => WriteDays(frame, request.From, request.To));
        if ((request.MinAmount ?? request.MaxAmount) is not null) filters.Add(() => WriteAmounts(frame, request.MinAmount, request.MaxAmount));
        WriteAll(frame, filters);
    }

    /// <summary>The one entry of that name.</summary>
    public static void WriteOnly(FrameWriter frame, EntryId id) => WriteAll(frame,
    [
        () => WriteKeyword(frame, IndexFields.Owner, id.Document.Hex),
        () => WriteKeyword(frame, IndexFields.Entry, id.Local),
    ]);

    /// <summary>Everything but one document.</summary>
    public static void WriteNotOf(FrameWriter frame, DocumentId id)
    {
        frame.Byte((byte)'b');
        frame.Varint(2);
        frame.Byte(Filter);
        frame.Byte((byte)'a');
        frame.Byte(Not);
        WriteKeyword(frame, IndexFields.Owner, id.Hex);
    }

    private static void WriteAll(FrameWriter frame, List<Action> filters)
    {
        if (filters.Count == 0)
        {
            frame.Byte((byte)'a');
            return;
        }

        frame.Byte((byte)'b');
        frame.Varint(filters.Count);
        foreach (var filter in filters)
        {
            frame.Byte(Filter);
            filter();
        }
    }

    private static void WriteKeyword(FrameWriter frame, string field, string value)
    {
        frame.Byte((byte)'k');
        frame.Text(field);
        frame.Text(value);
    }

    private static void WriteDnr(FrameWriter frame, string dnr)
    {
        var keys = DnrKeys.TryParse(dnr) ?? new DnrKeys([dnr.ToLowerInvariant()], HasUnit: true);
        frame.Byte((byte)'b');
        frame.Varint(keys.Keys.Count);
        foreach (var key in keys.Keys)
        {
            frame.Byte(Should);
            WriteKeyword(frame, keys.HasUnit ? IndexFields.Dnr : IndexFields.DnrWithoutUnit, key);
        }
    }

    private static void WriteDays(FrameWriter frame, DateOnly? from, DateOnly? to)
    {
        frame.Byte((byte)'p');
        frame.Text(IndexFields.Date);
        frame.Int64(from is null ? FirstDay : EntryWriter.DayNumber(from));
        frame.Int64(to is null ? LastDay : EntryWriter.DayNumber(to));
    }

    private static void WriteAmounts(FrameWriter frame, decimal? least, decimal? most)
    {
        frame.Byte((byte)'r');
        frame.Text(IndexFields.Amount);
        frame.Double(least is { } low ? (double)low : double.NegativeInfinity);
        frame.Double(most is { } high ? (double)high : double.PositiveInfinity);
    }
}
