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

    /// <summary>The documents: what is printed in each is its name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Queries.Select(query => query.Printed), "en rad", "ett råd"];

    /// <summary>Prints each of our queries that is not right, and how many are.</summary>
    /// <returns>How many are not.</returns>
    public static async Task<int> MeasureAsync(WordAnalyzer analyzer, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("bench-search-").FullName;
        try
        {
            await using var index = await SearchIndex.OpenAsync(folder, readOnly: false, analyzer, new SearchOptions { ArchiveClasses = false }, cancel);
            foreach (var name in Names) await index.ReplaceAsync(Letter(name), cancel);
            await index.CommitAsync(cancel);
            return await CountWrongAsync("Protokollsök", tellEach: true, async query =>
                [.. (await index.SearchAsync(new SearchRequest { Query = query, Size = 50 }, cancel)).Hits.Select(hit => hit.Document.Title!)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="ask">The names of the documents that an engine finds, the best first.</param>
    /// <returns>How many queries are not right.</returns>
    public static async Task<int> CountWrongAsync(string engine, bool tellEach, Func<string, Task<List<string>>> ask)
    {
        var wrong = 0;
        foreach (var (query, printed) in Queries)
        {
            var names = await ask(query);
            if (names.IndexOf(printed) is >= 0 and < LastRank) continue;
            wrong++;
            if (tellEach) Output.Results.WriteLine($"wrong: {query} found {string.Join(", ", names.Take(5))}, and {printed} {(names.Contains(printed) ? "below" : "not")}");
        }

        var counsel = await ask("råd");
        if (counsel is not ["ett råd", ..] || (counsel.IndexOf("en rad") is >= 0 and var row && row < counsel.IndexOf("ett råd"))) wrong++;
        Output.Results.WriteLine($"{engine}: queries of the domain right at rank 1 to {LastRank}: {Queries.Length + 1 - wrong} of {Queries.Length + 1}");
        return wrong;
    }

    /// <summary>The text of the document of a name.</summary>
    public static string TextOf(string name) => $"Inom kommunen gäller {name} enligt bilagan från i våras.";

    /// <summary>The name is no word that can be searched for: it stands in no field but the id and the title's place.</summary>
    private static DocumentRecord Letter(string printed)
    {
        var text = TextOf(printed);
        return new DocumentRecord
        {
            Id = DocumentId.Of(Encoding.UTF8.GetBytes(printed)),
            Source = new Source("a.txt", text.Length, "text/plain", 1),
            Title = printed,
            Pages = [new PageRecord(1, text, PageOrigin.TextFile, 1, null, null, null, [], [])],
        };
    }
}
