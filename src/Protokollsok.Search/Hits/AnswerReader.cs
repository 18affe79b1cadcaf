using Protokollsok.Documents;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Supervision;

namespace Protokollsok.Search.Hits;

/// <summary>Reads the node's answer to a search as a page of hits.</summary>
internal static class AnswerReader
{
    /// <summary>The facets asked for, in the order in which they are answered.</summary>
    public static readonly string[] FacetFields = [IndexFields.Board, IndexFields.Year, IndexFields.Type, IndexFields.Kind];

    private const int MostValues = 100;

    /// <summary>The node was asked for one hit more than the page holds: if it comes, there is a next page.</summary>
    public static SearchPage Read(FrameReader frame, SearchRequest request, HitExplainer explainer)
    {
        var total = frame.Int64();
        var found = frame.Varint();
        var hits = new List<SearchHit>(request.Size);
        var last = default(SearchCursor);
        for (var i = 0; i < found; i++)
        {
            var cursor = SearchCursor.Read(frame);
            var stored = frame.Bytes();
            if (i == request.Size) continue;
            hits.Add(explainer.Explain(DocumentsJson.Parse<StoredEntry>(stored), cursor.Score));
            last = cursor;
        }

        var facets = request.Facets ? ReadFacets(frame) : SearchFacets.None;
        return new SearchPage(total, hits, facets, found > request.Size ? last.ToText(request) : null);
    }

    /// <summary>The entries alone, as they were stored.</summary>
    public static List<StoredEntry> ReadStored(FrameReader frame)
    {
        frame.Int64();
        var entries = new List<StoredEntry>();
        for (var left = frame.Varint(); left > 0; left--)
        {
            SearchCursor.Read(frame);
            entries.Add(DocumentsJson.Parse<StoredEntry>(frame.Bytes()));
        }

        return entries;
    }

    private static SearchFacets ReadFacets(FrameReader frame)
    {
        var board = ReadCounts(frame);
        var year = ReadCounts(frame);
        return new SearchFacets(
            Highest(board), [.. year.OrderByDescending(count => count.Value, StringComparer.Ordinal)], Highest(ReadCounts(frame)), Highest(ReadCounts(frame)));
    }

    private static List<FacetCount> Highest(List<FacetCount> counts) =>
        [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(MostValues)];

    private static List<FacetCount> ReadCounts(FrameReader frame)
    {
        var counts = new List<FacetCount>();
        for (var left = frame.Varint(); left > 0; left--) counts.Add(new FacetCount(frame.Text(), frame.Varint()));
        return counts;
    }
}
