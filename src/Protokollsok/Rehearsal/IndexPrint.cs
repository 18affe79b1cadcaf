using System.Security.Cryptography;
using System.Text;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Rehearsal;

/// <summary>A checksum of all that can be found: each entry with what is stored of it, what some searches find, and each record as it is kept.</summary>
internal static class IndexPrint
{
    private static readonly string[] Words = ["belysning", "\"ny lekplats\"", "kostnaden", "räddnings*", "dnr:KS 1975-2", "board:miljönämnden", "section:1", "december"];

    public static async Task<string> OfAsync(Workshop workshop, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in await EntriesAsync(workshop.Index, cancel)) Add(hash, line);
        foreach (var word in Words)
        {
            var page = await workshop.Index.SearchAsync(new SearchRequest { Query = word, Size = 1 }, cancel);
            Add(hash, $"{word}: {page.Total} {DocumentsJson.ToText(page.Facets)}");
        }

        foreach (var id in workshop.Ledger.SearchableIds())
        {
            Add(hash, id.Hex);
            hash.AppendData(workshop.Archive.RecordBytes(id) ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(SearchIndex index, CancellationToken cancel)
    {
        List<string> lines = [];
        for (var request = new SearchRequest { Size = 100, Sort = SearchSort.Date, Facets = false }; ;)
        {
            var page = await index.SearchAsync(request, cancel);
            lines.AddRange(page.Hits.Select(hit => DocumentsJson.ToText(hit)));
            if (page.Next is null) break;
            request = request with { Cursor = page.Next };
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void Add(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
}
