using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench search</c>: the queries of the domain, then an invented archive of any size: how fast it is indexed, how large the index is,
/// how soon it answers after a start, and how long queries of each kind take, facets and snippets included; beside it SQLite's FTS5, and recoll where it is installed.
/// </summary>
internal sealed class SearchBench(SearchBenchOptions options)
{
    private const int DocumentsACommit = 2000;

    private readonly SwedishModel _model = SwedishModel.OpenDefault();
    private int _documents;
    private long _text;
    private SearchVocabulary _words = null!;
    private SearchCorpus _corpus = null!;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var wrong = await DomainQueries.MeasureAsync(new WordAnalyzer(_model), cancel);
        if (options.Beside)
        {
            await SearchRival.MeasureDomainAsync();
            await RecollRival.MeasureAsync(cancel);
        }

        if (options.Entries == 0) return wrong == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        _documents = options.Entries / SearchCorpus.EntriesADocument;
        _words = new SearchVocabulary(_model);
        _corpus = new SearchCorpus(_words, options.Seed);
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("bench-search-").FullName;
        try
        {
            await MeasureAsync(Path.Combine(folder, "index"), cancel);
            if (options.Beside) await SearchRival.MeasureAsync(Path.Combine(folder, "fts5.db"), _corpus, _documents, Kinds());
        }
        finally
        {
            if (options.Folder is null) Directory.Delete(folder, recursive: true);
        }

        return wrong == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private IReadOnlyList<SearchQueries> Kinds() => SearchQueries.Draw(_words, _corpus, _documents, options.Queries, options.Seed);

    private async Task MeasureAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) await FillAsync(folder, cancel);
        else _text = Enumerable.Range(0, _documents).AsParallel().Sum(number => TextBytes(_corpus.Document(number)));
        var start = Stopwatch.GetTimestamp();
        await using var index = await SearchIndex.OpenAsync(folder, readOnly: false, new WordAnalyzer(_model), cancellationToken: cancel);
        var first = await index.SearchAsync(new SearchRequest { Query = _words.At(100) }, cancel);
        Tell($"open to first answer: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s ({first.Total} hits)");
        await IndexSizeTable.WriteAsync(index, folder, _text, cancel);
        Output.Results.WriteLine(SearchLatency.Header);
        foreach (var kind in Kinds())
        {
            await SearchLatency.MeasureAsync(kind.Name, Aim(kind), kind.Queries, async query =>
                (await index.SearchAsync(new SearchRequest { Query = query, Size = 10 }, cancel)).Total);
        }
    }

    private static string Aim(SearchQueries kind) => FormattableString.Invariant($"{(kind.P50 is { } median ? $"{median} / " : "")}{kind.P99}");

    private async Task FillAsync(string folder, CancellationToken cancel)
    {
        long text = 0;
        var made = TimeSpan.Zero;
        await using (var index = await SearchIndex.OpenAsync(folder, readOnly: false, new WordAnalyzer(_model), cancellationToken: cancel))
        {
            var clock = Stopwatch.StartNew();
            double own = 0, all = 0;
            for (var begin = 0; begin < _documents; begin += DocumentsACommit)
            {
                var making = Stopwatch.GetTimestamp();
                var count = Math.Min(DocumentsACommit, _documents - begin);
                DocumentRecord[] records = [.. Enumerable.Range(begin, count).AsParallel().AsOrdered().Select(_corpus.Document)];
                text += records.Sum(TextBytes);
                made += Stopwatch.GetElapsedTime(making);
                var (ownBefore, allBefore) = (Environment.CpuUsage.TotalTime, ProcessTree.CpuSeconds());
                await Parallel.ForEachAsync(records, cancel, async (record, stop) => await index.ReplaceAsync(record, stop));
                await index.CommitAsync(cancel);
                own += (Environment.CpuUsage.TotalTime - ownBefore).TotalSeconds;
                all += ProcessTree.CpuSeconds() - allBefore;
            }

            var seconds = (clock.Elapsed - made).TotalSeconds;
            var entries = _documents * SearchCorpus.EntriesADocument;
            Tell($"processor time an entry: {own * 1000 / entries:F3} ms here, {(all - own) * 1000 / entries:F3} ms in the node: two cores could do {2 * entries / all:F0} a second");
            Tell($"indexed {_documents * SearchCorpus.EntriesADocument} entries in {seconds:F1} s: {_documents * SearchCorpus.EntriesADocument / seconds:F0} a second (aim 6000)");
        }

        _text = text;
    }

    private static long TextBytes(DocumentRecord record) =>
        record.Pages.Sum(page => System.Text.Encoding.UTF8.GetByteCount(page.Text)) + record.Decisions.Sum(decision => System.Text.Encoding.UTF8.GetByteCount(decision.Text));

    private static void Tell(FormattableString line) => Output.Results.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
