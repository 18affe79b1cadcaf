using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>One document, page by page: the scan and its text side by side, and what was found in them.</summary>
internal sealed class DocumentModel(DocumentViews views, ReadDocuments documents, Workshop workshop, PageText text) : PageModel
{
    public DocumentView View { get; private set; } = null!;

    public IReadOnlyList<SideList> Lists { get; private set; } = [];

    /// <summary>What was searched for, to be marked.</summary>
    public string? Query { get; private set; }

    public string Citation { get; private set; } = "";

    /// <summary>A document that is here but not read; then only this is shown.</summary>
    public string? NotRead { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, int? sida, string? plats, string? q, CancellationToken cancel)
    {
        Query = string.IsNullOrWhiteSpace(q) ? null : q;
        if (await views.OfAsync(id, sida, plats, q, cancel) is not { } view) return Missing(id, sida);
        View = view;
        Lists = SideList.Of(view.Record, view.Page, text);
        var summary = DecisionView.Summary(view.Record, []);
        var number = view.Page?.Number ?? 1;
        Citation = Pages.Citation.Of(summary, null, view.Record, number, text, (workshop.Settings.PublicUrl ?? $"{Request.Scheme}://{Request.Host}") + DocumentAddress.Of(view.Record.Id, number));
        return Page();
    }

    /// <summary>Another page of this document, the search kept.</summary>
    public string AddressOf(int page, Place? place = null) => DocumentAddress.Of(View.Record.Id, page, Query, place);

    private IActionResult Missing(string id, int? page)
    {
        if (documents.Find(id) is not { } entry || page is not null) return NotFound();
        NotRead = entry.State == Archive.DocumentState.Quarantined ? entry.Reason ?? text["document.quarantined"] : text["document.waiting"];
        Response.StatusCode = StatusCodes.Status404NotFound;
        ViewData["Name"] = entry.FileName;
        return Page();
    }
}
