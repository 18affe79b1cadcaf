using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Reading;
using Protokollsok.Search;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench known-items</c>: sentences and titles as printed, typed clean, against their scans as read. Found is what stands at rank 1: the right
/// document, and the page that the text is printed on (of a decision, any page that it stands on; of a heading, also any decision under it). Of a document with several scans each is asked
/// in an index that has no other scan of it. A text that is printed twice is not asked.
/// </summary>
internal static class KnownItemBench
{
    private const int Shown = 20, InventedDocuments = 300;

    /// <summary>The share of all that is to be found.</summary>
    private const double Aim = .99;

    private sealed record Asked(KnownItemScan Scan, DocumentId Id, KnownItem Item);

    /// <param name="folders">See <see cref="KnownItemScan.In"/>.</param>
    /// <param name="each">How many texts are drawn of each scan at most.</param>
    /// <param name="kept">Where what was read stays for the next run; <see langword="null"/>: nowhere.</param>
    /// <returns>The exit code: 1 when less is found than is aimed at.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> folders, int each, int seed, string? kept, CancellationToken cancel)
    {
        await using var tools = new Tools(new ReadingOptions());
        var scans = folders.SelectMany(KnownItemScan.In).ToList();
        var (found, asked) = (0, 0);
        foreach (var round in scans.GroupBy(scan => scan.Document).SelectMany(same => same.Select((scan, number) => (scan, number))).GroupBy(one => one.number))
        {
            var (right, all) = await AskAsync([.. round.Select(one => one.scan)], each, seed, kept, tools, cancel);
            found += right;
            asked += all;
        }

        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"known items of {scans.Count} scans of {scans.DistinctBy(scan => scan.Document).Count()} documents: {found} of {asked} at rank 1, {(double)found / asked:P1} (aim {Aim:P0})"));
        return found >= Aim * asked ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static async Task<(int Found, int Asked)> AskAsync(List<KnownItemScan> scans, int each, int seed, string? kept, Tools tools, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("bench-known-").FullName;
        try
        {
            await using var index = await SearchIndex.OpenAsync(folder, readOnly: false, tools.Words, new SearchOptions { ArchiveClasses = false }, cancel);
            await AddInventedAsync(index, seed, cancel);
            var items = scans.ToDictionary(scan => scan, scan => KnownItem.Of(scan.Sample.Printed()));
            var unique = items.Values.SelectMany(one => one).GroupBy(item => KnownItem.Key(item.Text)).Where(same => same.Count() == 1).Select(same => same.Key).ToHashSet();
            var asked = new List<Asked>();
            foreach (var scan in scans)
            {
                var record = await KnownItemReading.ReadAsync(scan.Sample.Path, kept, tools, cancel);
                await index.ReplaceAsync(record, cancel);
                var random = new Random(seed);
                asked.AddRange(items[scan].Where(item => unique.Contains(KnownItem.Key(item.Text))).OrderBy(_ => random.Next()).Take(each).Select(item => new Asked(scan, record.Id, item)));
            }

            await index.CommitAsync(cancel);
            return (await CountFoundAsync(index, asked, cancel), asked.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Others among which to find them.</summary>
    private static async Task AddInventedAsync(SearchIndex index, int seed, CancellationToken cancel)
    {
        using var model = Language.SwedishModel.OpenDefault();
        var corpus = new SearchCorpus(new SearchVocabulary(model), seed);
        for (var number = 0; number < InventedDocuments; number++) await index.ReplaceAsync(corpus.Document(number), cancel);
    }

    private static async Task<int> CountFoundAsync(SearchIndex index, List<Asked> asked, CancellationToken cancel)
    {
        var found = 0;
        foreach (var damage in asked.GroupBy(one => one.Scan.Sample.Damage).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var right = 0;
            var shown = 0;
            foreach (var one in damage)
            {
                var page = await index.SearchAsync(new SearchRequest { Query = one.Item.Query(), Size = 10, Facets = false, MayMissWords = true }, cancel);
                if (page.Hits is [var first, ..] && IsRight(first, one)) right++;
                else if (shown++ < Shown) Output.Results.WriteLine($"  {Path.GetFileName(one.Scan.Sample.Path)} ({damage.Key}) {one.Item}: {Told(page, one)}");
            }

            Output.Results.WriteLine($"{damage.Key,-14}{right} of {damage.Count()}");
            found += right;
        }

        return found;
    }

    private static string Told(SearchPage page, Asked one) =>
        page.Total == 0 ? "nothing"
        : page.Hits.ToList().FindIndex(hit => IsRight(hit, one)) is >= 0 and var rank ? $"rank {rank + 1}, after {(page.Hits[0].Document.Id == one.Id ? "page " + page.Hits[0].Page : page.Hits[0].Document.Title)}"
        : $"not among the first of {page.Total}";

    private static bool IsRight(SearchHit hit, Asked one) => hit.Document.Id == one.Id
        && (hit.Page == one.Item.Page || (hit.Decision is { } decision && (decision.Parts.Any(part => part.Page == one.Item.Page) || (one.Item.IsTitle && IsUnder(hit, one.Item)))));

    private static bool IsUnder(SearchHit hit, KnownItem title) => hit.Heading is { } heading && KnownItem.Key(heading) == KnownItem.Key(title.Text);
}
