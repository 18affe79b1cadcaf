using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Bench;

/// <summary><c>bench bulk --profile</c>: where the time of one document goes when it is made again, step by step on one thread.</summary>
internal static class BulkProfile
{
    private const int Pages = 10, Warm = 40;

    private static readonly string[] Steps = ["unzip reading", "parse reading", "repair", "extract", "understand", "write JSON", "read record", "compare", "keep record", "index entries"];

    public static async Task RunAsync(Home home, int documents, CancellationToken cancel)
    {
        GeneratedHome.Make(home, documents + Warm, Pages, _ => { });
        await using var workshop = await Workshop.OpenAsync(home, new Settings(), watches: false, TimeProvider.System, cancel);
        var (times, number) = (new TimeSpan[Steps.Length], 0);
        foreach (var id in workshop.Ledger.SearchableIds())
        {
            if (number++ == Warm) Array.Clear(times);
            await MeasureAsync(workshop, id, times, cancel);
        }

        var all = times.Where((_, step) => Steps[step] is not ("repair" or "extract")).Aggregate((sum, one) => sum + one);
        foreach (var (step, time) in Steps.Zip(times))
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step,-16}{time.TotalMilliseconds / (documents * Pages),8:0.000} ms a page{time / all,8:P1}"));
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"in all",-16}{all.TotalMilliseconds / (documents * Pages),8:0.000} ms a page (repair and extract are parts of understand)"));
    }

    private static async Task MeasureAsync(Workshop workshop, DocumentId id, TimeSpan[] times, CancellationToken cancel)
    {
        var item = workshop.Ledger.ReindexItemOf(id)!;
        var bytes = Take(0, () => workshop.Archive.ReadingBytes(id)!);
        var reading = Take(1, () => DocumentsJson.Parse<DocumentReading>(bytes));
        var repaired = Take(2, () => workshop.Tools.Repairer.Repair(reading.Pages));
        var record = Take(4, () => workshop.Tools.Understanding.Understand(id, item.FileName, item.Bytes, reading));
        times[3] = times[4] - times[2];
        var json = Take(5, () => DocumentsJson.ToUtf8(record));
        var before = Take(6, () => DocumentsJson.Parse<DocumentRecord>(workshop.Archive.RecordBytes(id)!));
        Take(7, () => RecordComparison.Of(before, record));
        Take(8, () => Kept(workshop.Archive, id, json));
        var since = TimeProvider.System.GetTimestamp();
        await workshop.Index.ReplaceAsync(record, cancel);
        times[9] += TimeProvider.System.GetElapsedTime(since);

        T Take<T>(int step, Func<T> work)
        {
            var begun = TimeProvider.System.GetTimestamp();
            var result = work();
            times[step] += TimeProvider.System.GetElapsedTime(begun);
            return result;
        }
    }

    private static int Kept(DocumentArchive archive, DocumentId id, byte[] json)
    {
        archive.StageRecord(id, json, generation: 2);
        return json.Length;
    }
}
