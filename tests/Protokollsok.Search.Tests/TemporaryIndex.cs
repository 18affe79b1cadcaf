using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>An index in a folder of its own, on a real node, for one class of tests.</summary>
public class TemporaryIndex : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("search-").FullName;

    public SearchIndex Index { get; private set; } = null!;

    /// <summary>A class archive pays only when an index is opened again.</summary>
    public static SearchOptions Options { get; } = new() { ArchiveClasses = false };

    protected virtual IEnumerable<DocumentRecord> Records => [];

    public async Task InitializeAsync()
    {
        Index = await SearchIndex.OpenAsync(Folder, readOnly: false, Words.Analyzer, Options);
        foreach (var record in Records) await Index.ReplaceAsync(record);
        await Index.CommitAsync();
    }

    public async Task DisposeAsync()
    {
        await Index.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public Task<SearchPage> SearchAsync(string query) => Index.SearchAsync(new SearchRequest { Query = query });

    /// <summary>The names of the documents found, in the order of hits.</summary>
    public async Task<string[]> NamesAsync(SearchRequest request) => [.. (await Index.SearchAsync(request)).Hits.Select(Name)];

    public Task<string[]> NamesAsync(string query) => NamesAsync(new SearchRequest { Query = query });

    private static string Name(SearchHit hit) => hit.Document.Title ?? hit.Document.Id.Hex;
}
