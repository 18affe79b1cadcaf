using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Processing;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>The search page: the query is in the address, the answer is the API's, and all of it works without a script.</summary>
internal sealed class IndexModel(SearchService search, Workshop workshop, Troubles troubles) : PageModel
{
    /// <summary>What was asked for, as typed.</summary>
    public SearchParameters Asked { get; private set; } = new();

    /// <summary>The answer; <see langword="null"/> when there is none to give.</summary>
    public SearchPage? Answer { get; private set; }

    /// <summary>Why there is no answer, in plain Swedish.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Since when something outside keeps documents waiting; <see langword="null"/> if nothing does.</summary>
    public DateTimeOffset? HinderedSince => troubles.Now is [var oldest, ..] ? oldest.Since : null;

    /// <summary>Whether the document has pages to look at; a text file has none.</summary>
    public bool HasPictures(SearchHit hit) => workshop.Ledger.Find(hit.Document.Id)?.MediaType is not (null or "text/plain");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Asked = SearchParameters.Of(Request.Query);
        try
        {
            Answer = await search.SearchAsync(Asked, cancel);
        }
        catch (QuerySyntaxException e)
        {
            Trouble = e.SwedishMessage;
        }
        catch (BadParameterException e)
        {
            Trouble = e.SwedishMessage;
        }
        catch (CursorException)
        {
            Trouble = "Länken till fler träffar gäller inte längre. Sök på nytt.";
        }
        catch (SearchUnavailableException)
        {
            Trouble = "Sökningen är borta en stund. Försök igen om en minut.";
        }
    }
}
