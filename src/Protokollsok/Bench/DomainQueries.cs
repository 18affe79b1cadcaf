using System.Text;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search;

namespace Protokollsok.Bench;

/// <summary>
/// What people type, and what stands in the document that they mean: each in a document of its own among all the others. Right is the document
/// at rank 1 to 3. Damaged words stand as they were read, unrepaired.
/// </summary>
internal static class DomainQueries
{
    private const int LastRank = 3;

    private static readonly (string Query, string Printed)[] Queries =
    [
        ("stöd", "Föräldrastöd"), ("föräldrastöd", "föräldrastödsarbetet"), ("beslut", "Beslutsunderlag"), ("förvaltningen", "omsorgsförvaltningen"),
        ("nämnden", "nämndens"), ("nämnd", "nämnder"), ("familjecentral", "familjecentralerna"), ("kommunstyrelse", "kommunstyrelsens"),
        ("förslag", "förslagen"), ("beslutade", "beslutades"), ("ställningstagande", "Stallningstagande"), ("områdesarbete", "omrddesarbete"),
        ("stödja", "stddja"), ("föräldrar", "fordldrar"), ("\"råd och stöd\"", "R&d och Stdd"), ("omsorgsnämnden", "Omsorgsndmnden"),
        ("uppsägning", "uppségning"), ("on-2014/225", "ON 2014-225"), ("875000", "875 000"),
    ];

    /// <summary>Prints each query that is not right, and how many are.</summary>
    /// <returns>How many are not.</returns>
    public static async Task<int> MeasureAsync(WordAnalyzer analyzer, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("bench-search-").FullName;
        try
        {
            await using var index = await SearchIndex.OpenAsync(folder, readOnly: false, analyzer, new SearchOptions { ArchiveClasses = false }, cancel);
            foreach (var (_, printed) in Queries) await index.ReplaceAsync(Letter(printed), cancel);
            await index.ReplaceAsync(Letter("en rad"), cancel);
            await index.ReplaceAsync(Letter("ett råd"), cancel);
            await index.CommitAsync(cancel);
            return await CountWrongAsync(index, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CountWrongAsync(SearchIndex index, CancellationToken cancel)
    {
        var wrong = 0;
        foreach (var (query, printed) in Queries)
        {
            var names = await NamesAsync(index, query, cancel);
            if (names.IndexOf(printed) is >= 0 and < LastRank) continue;
            wrong++;
            Output.Results.WriteLine($"wrong: {query} found {string.Join(", ", names.Take(5))}, and {printed} {(names.Contains(printed) ? "below" : "not")}");
        }

        var counsel = await NamesAsync(index, "råd", cancel);
        if (counsel is not ["ett råd", ..] || (counsel.IndexOf("en rad") is >= 0 and var row && row < counsel.IndexOf("ett råd"))) wrong++;
        Output.Results.WriteLine($"queries of the domain right at rank 1 to {LastRank}: {Queries.Length + 1 - wrong} of {Queries.Length + 1}");
        return wrong;
    }

    private static async Task<List<string>> NamesAsync(SearchIndex index, string query, CancellationToken cancel) =>
        [.. (await index.SearchAsync(new SearchRequest { Query = query, Size = 50 }, cancel)).Hits.Select(hit => hit.Document.Title!)];

    /// <summary>The name is no word that can be searched for: it stands in no field but the id and the title's place.</summary>
    private static DocumentRecord Letter(string printed)
    {
        var text = $"Inom kommunen gäller {printed} enligt bilagan från i våras.";
        return new DocumentRecord
        {
            Id = DocumentId.Of(Encoding.UTF8.GetBytes(printed)),
            Source = new Source("a.txt", text.Length, "text/plain", 1),
            Title = printed,
            Pages = [new PageRecord(1, text, PageOrigin.TextFile, 1, null, null, null, [], [])],
        };
    }
}
