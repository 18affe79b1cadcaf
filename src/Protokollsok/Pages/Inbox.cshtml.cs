using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>The clerk's page: hand files in, see how far they have come, have what failed tried again.</summary>
internal sealed class InboxModel(Workshop workshop, Troubles troubles, PageText text, ILogger<InboxModel> logger) : PageModel
{
    public InboxState State { get; private set; } = null!;

    /// <summary>What was just done, in plain words; once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>Where files may be dropped as well.</summary>
    public string Folder => workshop.Home.Inbox;

    public long MostBytes => workshop.Settings.UploadLimit;

    public void OnGet() => State = InboxState.Of(workshop.Ledger, troubles);

    /// <summary>The part that changes, for the script that keeps it fresh.</summary>
    public IActionResult OnGetState() => Partial("_InboxState", InboxState.Of(workshop.Ledger, troubles));

    public async Task<IActionResult> OnPostUploadAsync([FromForm(Name = "filer")] List<IFormFile>? files)
    {
        if (User.Who() is not { } who) return Forbid();
        var given = files?.Where(file => file.Length > 0).ToList() ?? [];
        foreach (var file in given)
        {
            await using var body = file.OpenReadStream();
            var name = UploadApi.NameOf(file.FileName);
            // Whole and here: it is taken in even if the sender hangs up now.
            var arrival = await UploadApi.TakeInAsync(workshop, body, name, who, CancellationToken.None);
            Log.Asked(logger, who, name, arrival.Id.Hex, "taken in");
        }

        if (Request.Headers.XRequestedWith == "fetch") return given.Count > 0 ? new NoContentResult() : BadRequest();
        Told = given.Count > 0 ? text.Count("inbox.sent", given.Count) : text["inbox.nofile"];
        return RedirectToPage();
    }

    public IActionResult OnPostRetry([FromForm(Name = "id")] string? id)
    {
        if (User.Who() is not { } who) return Forbid();
        if (!DocumentId.TryParse(id, out var parsed)) return NotFound();
        var answer = workshop.Upkeep.Retry(parsed, who);
        if (answer.Outcome == UpkeepOutcome.Unknown) return NotFound();
        Log.Asked(logger, who, answer.FileName, parsed.Hex, "tried again");
        Told = text["inbox.retried", answer.FileName];
        return RedirectToPage();
    }
}
