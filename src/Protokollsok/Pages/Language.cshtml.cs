using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Protokollsok.Pages;

/// <summary>Remembers the language that a person chose and goes back to where the choice was made.</summary>
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnGet(string sprak, string? till)
    {
        Response.Cookies.Append(PageText.Cookie, sprak == "en" ? "en" : "sv", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return Redirect(Url.IsLocalUrl(till) ? till : "/");
    }
}
