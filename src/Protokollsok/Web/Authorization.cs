using System.Net.Http.Headers;
using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary>
/// What changes something needs a bearer token from the settings, whose name is the who in every record. Without one: 403, and nothing of
/// the request's body is read.
/// </summary>
internal static class Authorization
{
    private static readonly object Holder = new();

    public static RouteHandlerBuilder RequireToken(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(CheckAsync).WithMetadata(new TokenNeeded()).ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>The name of the token that the request came with.</summary>
    public static string Who(this HttpContext context) => (string)context.Items[Holder]!;

    /// <summary>Whether the request came with a token of this installation, where it need not have one.</summary>
    public static bool HasToken(this HttpContext context) => TokenOf(context) is not null;

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (TokenOf(context) is { } token)
        {
            context.Items[Holder] = token.Name;
            return await next(invocation);
        }

        Log.Refused(context.RequestServices.GetRequiredService<ILogger<Workshop>>(), context.Request.Path);
        return TypedResults.Problem(
            TokensOf(context).Count == 0 ? "There are no tokens in the settings; 'protokollsok settings --new-token NAME' makes one." : "Send the header 'Authorization: Bearer' with a token of this installation.",
            statusCode: StatusCodes.Status403Forbidden, title: "Only with a token.");
    }

    private static IReadOnlyList<Token> TokensOf(HttpContext context) => context.RequestServices.GetRequiredService<Workshop>().Settings.Tokens;

    private static Token? TokenOf(HttpContext context) => SecretOf(context.Request) is { } secret ? Token.Find(TokensOf(context), secret) : null;

    private static string? SecretOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization.ToString(), out var header) && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;
}
