using Protokollsok.Search.Entries;
using Protokollsok.Search.Hits;
using Protokollsok.Search.Queries;
using Protokollsok.Search.Suggestions;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search;

/// <content>What is asked beside a search: how to go on typing, what may have been meant, what else there is.</content>
public sealed partial class SearchIndex
{
    /// <summary>The most suggestions at a time.</summary>
    public const int MostSuggestions = 50;

    /// <summary>The most entries of one case that are told: years of a busy one.</summary>
    public const int MostOfCase = 1000;

    private ArchiveWords ArchiveWords => new(_supervisor, _terms);

    /// <summary>
    /// How a query that is being typed may go on: case numbers first, then words and titles that the archive holds, of each kind the most
    /// frequent first, equals in Swedish order. Dots and accents need not be typed. Never throws on any text.
    /// </summary>
    /// <param name="prefix">The query so far; its last word is the one being typed.</param>
    /// <param name="most">1–<see cref="MostSuggestions"/>.</param>
    public Task<SuggestionList> SuggestAsync(string prefix, int most = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostSuggestions);
        return new Suggester(ArchiveWords, _analyzer).SuggestAsync(prefix, most, cancellationToken);
    }

    /// <summary>
    /// What may have been meant by a query that finds nothing or little (at most three entries), with the same filters; null when it finds
    /// enough, or nothing near it finds more.
    /// </summary>
    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public Task<DidYouMean?> DidYouMeanAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Corrector(ArchiveWords, _analyzer).CorrectAsync(request, cancellationToken);
    }

    /// <summary>One entry; null if there is none of that name. A decision's id is its entry's name.</summary>
    public async Task<SearchHit?> FindAsync(EntryId id, CancellationToken cancellationToken = default) =>
        await StoredAsync(id, cancellationToken) is { } stored ? WithoutQuery.Explain(stored, 0) : null;

    /// <summary>
    /// Entries of other documents that speak of the same, the most alike first; empty if there is no entry of that name. Their snippets are
    /// their beginnings, without marks.
    /// </summary>
    /// <param name="size">1–100.</param>
    public async Task<IReadOnlyList<SearchHit>> MoreLikeThisAsync(EntryId id, int size = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestPage);
        if (await StoredAsync(id, cancellationToken) is not { } stored) return [];
        var page = await RunAsync(
            frame =>
            {
                LikeThis.Write(frame, stored, _terms);
                FilterEncoder.WriteNotOf(frame, id.Document);
            },
            new SearchRequest { Size = size, Facets = false }, byDate: false, cancellationToken);
        return page.Hits;
    }

    /// <summary>
    /// All decisions, proposals and pages of one case, the oldest first, within a document in reading order; at most the newest
    /// <see cref="MostOfCase"/>.
    /// </summary>
    /// <param name="dnr">A case number in any spelling, or its key.</param>
    /// <param name="municipality">As in <see cref="SearchRequest"/>: two municipalities may use the same number. Null for all.</param>
    public async Task<IReadOnlyList<SearchHit>> CaseAsync(string dnr, string? municipality = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dnr);
        var request = new SearchRequest { Dnr = dnr, Municipality = municipality, Size = MostOfCase, Facets = false };
        var page = await RunAsync(
            frame =>
            {
                frame.Byte((byte)'a');
                FilterEncoder.Write(frame, request);
            },
            request, byDate: true, cancellationToken);
        return [.. page.Hits.GroupBy(hit => (hit.Document.Date, hit.Document.Id)).Reverse().SelectMany(document => document)];
    }

    private HitExplainer WithoutQuery => new(new AllNode([]), _terms, new QueryTerms(_terms, LooksLike.None));

    private async Task<StoredEntry?> StoredAsync(EntryId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        var frame = new FrameWriter();
        frame.Int64(0);
        frame.Byte((byte)'a');
        FilterEncoder.WriteOnly(frame, id);
        WriteOrder(frame, new SearchRequest { Size = 1, Facets = false }, byDate: true);
        return AnswerReader.ReadStored(await _supervisor.Node.CallAsync(NodeOperation.Search, frame, cancellationToken)).FirstOrDefault();
    }

    private async Task<SearchPage> RunAsync(Action<FrameWriter> query, SearchRequest request, bool byDate, CancellationToken cancellationToken)
    {
        var frame = new FrameWriter();
        frame.Int64(0);
        query(frame);
        WriteOrder(frame, request, byDate);
        var answer = await _supervisor.Node.CallAsync(NodeOperation.Search, frame, cancellationToken);
        return AnswerReader.Read(answer, request, WithoutQuery);
    }
}
