using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Bulk;

/// <summary>Makes documents again and throws the result away: what would change, told before anything does. Only reads, also beside a running service.</summary>
internal sealed class DryRun(LedgerReader ledger, DocumentArchive archive, Tools tools, ReindexSource source)
{
    private const int SamplesOfKind = 5, FailuresShown = 100;

    private readonly Lock _guard = new();
    private readonly SortedDictionary<string, Tally> _fields = new(StringComparer.Ordinal);
    private readonly List<ReindexFailure> _failures = [];
    private long _done, _pages, _changed, _failed, _decisionsBefore, _valuesBefore, _decisionsLost, _valuesLost;

    private sealed class Tally
    {
        public Dictionary<string, long> Counts { get; } = [];

        public List<DifferenceSample> Samples { get; } = [];
    }

    /// <param name="selection">What was asked for, in words.</param>
    /// <param name="budget">The largest share that may be lost; <see langword="null"/>: any.</param>
    /// <param name="path">Of the reports, without an ending.</param>
    /// <param name="progress">Told how many documents and pages are done.</param>
    /// <param name="nice">How much it lets others go first, 0–19: a service that runs beside it does not see that it works.</param>
    public async Task<DryRunReport> RunAsync(
        IReadOnlyList<DocumentId> ids, string selection, double? budget, string path, Action<long, long> progress, int nice, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var csv = new StreamWriter(path + ".csv", append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        {
            await csv.WriteLineAsync("document;file;field;kind;page;before;after");
            var queue = new ConcurrentQueue<DocumentId>(ids);
            var remaker = new Remaker(ledger, archive, tools.Reader, tools.Understanding, source, archive.Generations);
            await WorkThreads.RunAsync(Environment.ProcessorCount, nice, () =>
            {
                while (!cancel.IsCancellationRequested && queue.TryDequeue(out var id))
                    if (ledger.ReindexItemOf(id) is { } item) Add(item, remaker.Make(item, cancel), csv, progress);
            });
            cancel.ThrowIfCancellationRequested();
        }

        var report = Report(selection, budget, path, TimeProvider.System.GetElapsedTime(since));
        await File.WriteAllBytesAsync(path + ".json", DocumentsJson.ToUtf8(report), cancel);
        await File.WriteAllTextAsync(path + ".html", DryRunPage.Of(report), cancel);
        return report;
    }

    private void Add(ReindexItem item, Remade made, TextWriter csv, Action<long, long> progress)
    {
        lock (_guard)
        {
            (_done, _pages) = (_done + 1, _pages + made.Result.Pages);
            if (made.Result.IsChanged) _changed++;
            if (made.Result.Failure is { } why)
            {
                _failed++;
                if (_failures.Count < FailuresShown) _failures.Add(new ReindexFailure(item.Id, why));
            }

            (_decisionsBefore, _valuesBefore) = (_decisionsBefore + made.Changes.DecisionsBefore, _valuesBefore + made.Changes.ValuesBefore);
            (_decisionsLost, _valuesLost) = (_decisionsLost + made.Changes.DecisionsLost, _valuesLost + made.Changes.ValuesLost);
            foreach (var difference in made.Changes.Differences) Add(item, difference, csv);
            progress(_done, _pages);
        }
    }

    private void Add(ReindexItem item, FieldDifference difference, TextWriter csv)
    {
        if (!_fields.TryGetValue(difference.Field, out var tally)) _fields[difference.Field] = tally = new Tally();
        tally.Counts[difference.Kind] = tally.Counts.GetValueOrDefault(difference.Kind) + 1;
        if (tally.Samples.Count(sample => sample.Difference.Kind == difference.Kind) < SamplesOfKind) tally.Samples.Add(new DifferenceSample(item.Id, item.FileName, difference));
        string?[] cells = [item.Id.Hex, item.FileName, difference.Field, difference.Kind, difference.Page?.ToString(CultureInfo.InvariantCulture), difference.Before, difference.After];
        csv.WriteLine(string.Join(';', cells.Select(Cell)));
    }

    /// <summary>In quotes; what a table program would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private DryRunReport Report(string selection, double? budget, string path, TimeSpan took)
    {
        var lost = Math.Max(_decisionsBefore == 0 ? 0 : (double)_decisionsLost / _decisionsBefore, _valuesBefore == 0 ? 0 : (double)_valuesLost / _valuesBefore);
        return new DryRunReport(
            source.ToString().ToLowerInvariant(), selection, tools.Understanding.Version, _done, _pages, _changed, _failed, _decisionsBefore, _valuesBefore,
            lost, budget is null || lost <= budget, took.TotalSeconds,
            [.. _fields.Select(field => new FieldTally(field.Key, Of(field.Value, RecordChanges.Lost), Of(field.Value, RecordChanges.Gained), Of(field.Value, RecordChanges.Changed), field.Value.Samples))],
            _failures, path + ".csv", path + ".html");

        static long Of(Tally tally, string kind) => tally.Counts.GetValueOrDefault(kind);
    }
}
