using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>Who has signed in: the name of a token of the settings, for as long as that token stands there.</summary>
internal static class SignedIn
{
    private const string Hash = "hash";

    /// <summary>The name under which everything that this person does is recorded; <see langword="null"/> for who only reads.</summary>
    public static string? Who(this ClaimsPrincipal person) => person.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    public static ClaimsPrincipal As(Token token) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, token.Name), new Claim(Hash, token.Hash)], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>A token that was taken out of the settings, or changed, signs its people out with the next start.</summary>
    public static Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var tokens = context.HttpContext.RequestServices.GetRequiredService<Workshop>().Settings.Tokens;
        var (name, hash) = (context.Principal?.Identity?.Name, context.Principal?.FindFirst(Hash)?.Value);
        if (!tokens.Any(token => token.Name == name && token.Hash == hash)) context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
