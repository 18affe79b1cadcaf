using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Cli;
using Protokollsok.Pages.Review;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>The archivist's page: the accounting, how well things could be read, whether every original is what it was.</summary>
internal sealed class ArchiveModel(Workshop workshop, Troubles troubles, QualitySurvey survey, FixityCheck fixity, ReviewQueue queue, PageText text, TimeProvider clock) : PageModel
{
    private const int MostRuns = 10;

    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(50);

    public StatusReport Status { get; private set; } = null!;

    public LedgerCoverage Coverage { get; private set; } = null!;

    public QualitySurvey Survey => survey;

    public FixityCheck Fixity => fixity;

    public IReadOnlyList<QualityGroup> Years { get; private set; } = [];

    public IReadOnlyList<QualityPlot> Plots { get; private set; } = [];

    /// <summary>What goes on just now.</summary>
    public IReadOnlyList<Job> Jobs { get; private set; } = [];

    /// <summary>What was made again, the latest first, each with its report where there is one.</summary>
    public IReadOnlyList<(ReindexRun Run, ReindexReport? Report)> Runs { get; private set; } = [];

    /// <summary>What trials say would change, the latest first.</summary>
    public IReadOnlyList<(KeptReports.Trial Trial, DryRunReport? Report)> Trials { get; private set; } = [];

    /// <summary>Whether the survey goes on, so that the figures are not all yet.</summary>
    public bool IsSurveying { get; private set; }

    public async Task OnGetAsync()
    {
        IsSurveying = !await survey.RefreshAsync(Unnoticed);
        Status = StatusReport.Of(workshop.Ledger, clock.GetUtcNow(), troubles.Now, ReportFile.Read(workshop.Home));
        Coverage = workshop.Ledger.Cover();
        Jobs = Job.Of(workshop, Status, fixity, queue, Coverage, User.Who() is not null);
        Runs = [.. workshop.Ledger.Reindexes().Where(run => run.EndedAt is not null).Take(MostRuns).Select(run => (run, KeptReports.OfGeneration(workshop.Home, run.Generation)))];
        Trials = [.. KeptReports.Trials(workshop.Home).Select(trial => (trial, KeptReports.Read(workshop.Home, trial)))];
        Years = survey.ByYear;
        if (Years.Count > 0) Plots =
        [
            QualityPlot.Of(text["plot.confidence"], Years, group => group.Confidence, PageText.Percent, .8, 1),
            QualityPlot.Of(text["plot.doubtful"], Years, group => group.DoubtfulShare, PageText.Percent, 0, .1),
            QualityPlot.Of(text["plot.repairs"], Years, group => group.RepairsAPage, value => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ','), 0, 4),
        ];
    }

    /// <summary>The part that changes, for the script that keeps it fresh.</summary>
    public IActionResult OnGetJobs() => Partial("_Jobs", Job.Of(workshop, StatusReport.Of(workshop.Ledger, clock.GetUtcNow(), troubles.Now), fixity, queue, workshop.Ledger.Cover(), User.Who() is not null));

    public IActionResult OnPostVerify()
    {
        if (User.Who() is not { } who) return Forbid();
        fixity.Start(who);
        return RedirectToPage(null, null, null, "fixitet");
    }
}
