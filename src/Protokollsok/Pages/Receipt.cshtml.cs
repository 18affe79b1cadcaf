using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Intake;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>The receipt of a document, to be printed: what the file in <c>klart</c> says, also for what came another way.</summary>
internal sealed class ReceiptModel(ReadDocuments documents, Workshop workshop) : PageModel
{
    public Receipt Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        var (entry, record) = await documents.LoadAsync(id, cancel);
        if (entry is null || record is null) return NotFound();
        var url = (workshop.Settings.PublicUrl ?? $"{Request.Scheme}://{Request.Host}") + DocumentAddress.Of(entry.Id);
        Receipt = Receipt.Of(workshop.Ledger.ArrivalOf(entry), url, first: null, nearDuplicates: [], record);
        return Page();
    }
}
