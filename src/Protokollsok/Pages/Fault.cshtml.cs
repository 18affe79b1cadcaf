using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Protokollsok.Pages;

/// <summary>What went wrong, and what to do about it, instead of a number.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class FaultModel(PageText text) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 413, 503];

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int status) => Tell(status);

    public void OnPost(int status) => Tell(status);

    private void Tell(int status)
    {
        var known = Known.Contains(status) ? status : 500;
        (Title, Advice) = (text[$"fault.{known}"], text[$"fault.{known}.do"]);
    }
}
