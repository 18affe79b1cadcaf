using System.Globalization;

namespace Protokollsok.Rehearsal;

/// <summary>What the program weighs and costs at one point of a long run.</summary>
/// <param name="Documents">Done so far.</param>
/// <param name="Elapsed">Since the beginning.</param>
/// <param name="ProgramCpu">Time that the program has computed since the beginning.</param>
/// <param name="NodeCpu">And the search node.</param>
/// <param name="ProgramBytes">Memory.</param>
/// <param name="NodeBytes">Memory of the search node.</param>
/// <param name="ArchiveBytes">On disk, as the others below: lengths of files.</param>
/// <param name="Before">The mark before, from which rates are counted.</param>
internal sealed record SoakMark(long Documents, TimeSpan Elapsed, TimeSpan ProgramCpu, TimeSpan NodeCpu, long ProgramBytes, long NodeBytes, long ArchiveBytes, long LedgerBytes, long IndexBytes, long AnswerBytes, SoakMark? Before)
{
    public const string Heading = "documents  docs/s  CPU ms/doc  of that node  program MB  node MB  archive B/doc  ledger B/doc  index B/doc  receipts B/doc";

    private long Since => Documents - (Before?.Documents ?? 0);

    private double PerSecond => Since / (Elapsed - (Before?.Elapsed ?? TimeSpan.Zero)).TotalSeconds;

    private double NodeMilliseconds => (NodeCpu - (Before?.NodeCpu ?? TimeSpan.Zero)).TotalMilliseconds / Since;

    private double CpuMilliseconds => NodeMilliseconds + ((ProgramCpu - (Before?.ProgramCpu ?? TimeSpan.Zero)).TotalMilliseconds / Since);

    public string Row => string.Create(CultureInfo.InvariantCulture,
        $"{Documents,9}{PerSecond,8:F0}{CpuMilliseconds,12:F1}{NodeMilliseconds,14:F1}{ProgramBytes >> 20,12}{NodeBytes >> 20,9}{ArchiveBytes / Documents,15}{LedgerBytes / Documents,14}{IndexBytes / Documents,13}{AnswerBytes / Documents,16}");

    public static SoakMark Take(long documents, TimeSpan elapsed, Victim victim, Home home, SoakMark? before)
    {
        var nodes = victim.Children("java");
        return new SoakMark(
            documents, elapsed, ProcessGroup.CpuTime(victim.Id), nodes.Aggregate(TimeSpan.Zero, (sum, id) => sum + ProcessGroup.CpuTime(id)), ProcessGroup.ResidentBytes(victim.Id), nodes.Sum(ProcessGroup.ResidentBytes),
            Weigh(Path.Combine(home.Data, "archive")), Weigh(home.Data, "ledger.db*"), Weigh(home.Index), Weigh(home.Done), before);
    }

    /// <summary>How many times what it was at the first mark each thing is at the last.</summary>
    public static IEnumerable<(string What, double Ratio)> Growth(SoakMark first, SoakMark last) =>
    [
        ("the program's memory", (double)last.ProgramBytes / first.ProgramBytes),
        ("the node's memory", (double)last.NodeBytes / first.NodeBytes),
        ("computing time per document", last.CpuMilliseconds / first.CpuMilliseconds),
        ("bytes per document", (double)last.AllBytes / last.Documents / ((double)first.AllBytes / first.Documents)),
    ];

    private long AllBytes => ArchiveBytes + LedgerBytes + IndexBytes + AnswerBytes;

    private static long Weigh(string folder, string? pattern = null)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles(pattern ?? "*", pattern is null ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly);
        long bytes = 0;
        // Files come and go while they are counted.
        foreach (var file in files) bytes += file.Exists ? file.Length : 0;
        return bytes;
    }
}
