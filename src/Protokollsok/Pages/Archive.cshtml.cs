using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Archive;
using Protokollsok.Cli;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>The archivist's page: the accounting, how well things could be read, whether every original is what it was.</summary>
internal sealed class ArchiveModel(Workshop workshop, Troubles troubles, QualitySurvey survey, FixityCheck fixity, PageText text, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(200);

    public StatusReport Status { get; private set; } = null!;

    public LedgerCoverage Coverage { get; private set; } = null!;

    public QualitySurvey Survey => survey;

    public FixityCheck Fixity => fixity;

    public IReadOnlyList<QualityGroup> Years { get; private set; } = [];

    public IReadOnlyList<QualityPlot> Plots { get; private set; } = [];

    /// <summary>Whether the survey goes on, so that the figures are not all yet.</summary>
    public bool IsSurveying { get; private set; }

    public async Task OnGetAsync()
    {
        IsSurveying = !await survey.RefreshAsync(Unnoticed);
        Status = StatusReport.Of(workshop.Ledger, clock.GetUtcNow(), troubles.Now);
        Coverage = workshop.Ledger.Cover();
        Years = survey.ByYear;
        if (Years.Count > 0) Plots =
        [
            QualityPlot.Of(text["plot.confidence"], Years, group => group.Confidence, PageText.Percent, .8, 1),
            QualityPlot.Of(text["plot.doubtful"], Years, group => group.DoubtfulShare, PageText.Percent, 0, .1),
            QualityPlot.Of(text["plot.repairs"], Years, group => group.RepairsAPage, value => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ','), 0, 4),
        ];
    }

    public IActionResult OnPostVerify()
    {
        if (User.Who() is not { } who) return Forbid();
        fixity.Start(who);
        return RedirectToPage(null, null, null, "fixitet");
    }
}
