using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Documents;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>The permanent address of a decision or a proposal leads to its place in the document.</summary>
internal sealed class DecisionModel(ReadDocuments documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        id = id.ToLowerInvariant();
        if (!EntryId.TryParse(id, out var name)) return NotFound();
        var (_, record) = await documents.LoadAsync(name.Document.Hex, cancel);
        return record?.Decisions.FirstOrDefault(decision => decision.Id == id) is { } found
            ? Redirect(DocumentAddress.Of(record.Id, found.Page, place: new Place(found.Page, found.Start, found.Length)))
            : NotFound();
    }
}
