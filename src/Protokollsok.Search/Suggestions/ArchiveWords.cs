using Protokollsok.Search.Entries;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Suggestions;

/// <summary>Asks the node what words, titles and case numbers the archive itself holds.</summary>
internal sealed class ArchiveWords(NodeSupervisor supervisor, SwedishTerms terms)
{
    /// <summary>Whether all words that were asked for so far were looked at; of too many only the first in the alphabet are.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Terms that begin so, the most frequent first.</summary>
    /// <param name="field">An index field.</param>
    /// <param name="start">Lower case.</param>
    /// <param name="looseDots">Whether a letter typed without dots or accent stands for those with them, too.</param>
    public async Task<IReadOnlyList<ArchiveTerm>> BeginningAsync(string field, string start, bool looseDots, int most, CancellationToken cancellationToken)
    {
        var frame = Ask(field, most);
        frame.Byte((byte)'p');
        TermShape.WritePlaces(frame, looseDots ? Looks.WithAndWithoutDots(start) : [[start]]);
        return ReadWalk(await supervisor.Node.CallAsync(NodeOperation.Terms, frame, cancellationToken));
    }

    /// <summary>Words that differ from one by so many letters added, lost, taken for another, or two that changed places.</summary>
    /// <param name="edits">1 or 2.</param>
    public async Task<IReadOnlyList<ArchiveTerm>> NearAsync(string word, int edits, int most, CancellationToken cancellationToken)
    {
        var frame = Ask(IndexFields.Text, most);
        frame.Byte((byte)'f');
        frame.Text(word);
        frame.Varint(edits);
        return ReadWalk(await supervisor.Node.CallAsync(NodeOperation.Terms, frame, cancellationToken));
    }

    /// <summary>The names that entries matching the query have, the most frequent first, and how many entries have each.</summary>
    public async Task<IReadOnlyList<ArchiveTerm>> NamesAsync(QueryNode query, int most, CancellationToken cancellationToken)
    {
        var frame = new FrameWriter();
        new QueryEncoder(frame, new QueryTerms(terms, LooksLike.None)).WriteInNames(query);
        frame.Text(IndexFields.Name);
        frame.Varint(most);
        return Read(await supervisor.Node.CallAsync(NodeOperation.Spread, frame, cancellationToken));
    }

    /// <summary>How many entries each query finds.</summary>
    public async Task<IReadOnlyList<long>> CountAsync(SearchRequest filters, IReadOnlyList<AllNode> queries, CancellationToken cancellationToken)
    {
        var frame = new FrameWriter();
        FilterEncoder.Write(frame, filters);
        frame.Varint(queries.Count);
        foreach (var query in queries) new QueryEncoder(frame, new QueryTerms(terms, LooksLike.None)).Write(query);
        var answer = await supervisor.Node.CallAsync(NodeOperation.Count, frame, cancellationToken);
        var counts = new long[answer.Varint()];
        for (var i = 0; i < counts.Length; i++) counts[i] = answer.Varint();
        return counts;
    }

    private static FrameWriter Ask(string field, int most)
    {
        var frame = new FrameWriter();
        frame.Varint(1);
        frame.Text(field);
        frame.Varint(most);
        frame.Text(LayeredTerm.Marks);
        return frame;
    }

    private List<ArchiveTerm> ReadWalk(FrameReader answer)
    {
        var found = Read(answer);
        IsComplete &= answer.Varint() != 0;
        return found;
    }

    private static List<ArchiveTerm> Read(FrameReader answer)
    {
        var found = new List<ArchiveTerm>();
        for (var left = answer.Varint(); left > 0; left--) found.Add(new ArchiveTerm(answer.Text(), answer.Varint()));
        return found;
    }
}
