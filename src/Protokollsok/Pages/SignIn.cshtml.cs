using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>Signing in with the secret of a token, and out again. There are no passwords: the settings say who may change something.</summary>
internal sealed class SignInModel(Workshop workshop, ILogger<SignInModel> logger) : PageModel
{
    public const string Address = "/logga-in";

    /// <summary>Whether there is anybody at all who could.</summary>
    public bool HasTokens => workshop.Settings.Tokens.Count > 0;

    /// <summary>Whether what was typed is nobody's secret.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Where to go afterwards: a page of ours.</summary>
    [BindProperty(SupportsGet = true, Name = "till")]
    public string? ReturnTo { get; set; }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "nyckel")] string? secret)
    {
        if (Token.Find(workshop.Settings.Tokens, secret?.Trim() ?? "") is not { } token)
        {
            Log.Refused(logger, Address);
            IsRefused = true;
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page();
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SignedIn.As(token), new AuthenticationProperties { IsPersistent = true });
        return Redirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/inkorg");
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Redirect("/");
    }
}
