using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Pages.Review;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>Work that goes on just now beside people's.</summary>
/// <param name="Name">Of the text that says what it is.</param>
/// <param name="What">What it is about, where there is more to say.</param>
/// <param name="Total">Of <paramref name="Done"/>; 0 where nobody knows.</param>
/// <param name="SecondsLeft"><see langword="null"/> where nobody can say yet.</param>
internal sealed record Job(string Name, string? What, long Done, long Total, double? SecondsLeft)
{
    private const string List = "list:";

    /// <summary>All that are going on.</summary>
    /// <param name="isSignedIn">Who has not signed in is not told what folders are called here.</param>
    public static IReadOnlyList<Job> Of(Workshop workshop, StatusReport status, FixityCheck fixity, ReviewQueue queue, LedgerCoverage coverage, bool isSignedIn)
    {
        var jobs = new List<Job>();
        if (status.Waiting > 0) jobs.Add(new Job("job.intake", null, 0, status.Waiting, status.SecondsLeft));
        var orders = new IngestOrders(workshop.Home.Data, workshop.Archive.Files);
        jobs.AddRange(orders.Names().Select(orders.Read).OfType<IngestOrder>().Select(order => new Job("job.ingest", isSignedIn ? string.Join(", ", order.Paths.Select(LastName)) : null, 0, 0, null)));
        if (workshop.Ledger.UnfinishedReindex() is not null && ReportFile.Read(workshop.Home) is { IsEnd: false } report) jobs.Add(OfReindex(report, isSignedIn));
        if (fixity.Progress is { } progress) jobs.Add(new Job("job.verify", null, progress, coverage.Documents, fixity.SecondsLeft(coverage.Documents)));
        if (queue.IsFollowing) jobs.Add(new Job("job.review", null, 0, 0, null));
        return jobs;
    }

    /// <summary>What is being made again; what somebody looked for, and where a list of documents lies, is nobody's business: without signing in only of which kind it is.</summary>
    public static string Shown(string selection, bool isSignedIn) =>
        string.Join(" and ", isSignedIn
            ? Selection.Terms(selection).Select(term => term.StartsWith(List, StringComparison.Ordinal) ? List + LastName(term[List.Length..]) : term)
            : Selection.Terms(selection).Select(term => term.Split(':')[0]));

    private static string LastName(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    private static Job OfReindex(ReindexReport report, bool isSignedIn) =>
        new($"job.{report.Source}", report.Selection is { } selection ? Shown(selection, isSignedIn) : null, (report.Totals?.Documents - report.Totals?.Waiting) ?? 0, report.Totals?.Documents ?? 0, report.SecondsLeft);
}
