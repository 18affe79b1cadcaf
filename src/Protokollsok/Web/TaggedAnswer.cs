using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>
/// An answer with a tag made of its own bytes, so that who has it already is told 304 and the tag cannot lie. It is weak, since the same
/// answer is sent compressed or not. Caches keep it only to ask whether it still holds: what was deleted is not shown from them.
/// </summary>
/// <param name="modified">When what it tells of last changed, where that is known.</param>
internal sealed class TaggedAnswer(byte[] body, string contentType, DateTimeOffset? modified = null) : IResult
{
    public static TaggedAnswer Json<T>(T value, DateTimeOffset? modified = null) => new(DocumentsJson.ToUtf8(value), "application/json", modified);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
        Tell(httpContext.Response, tag, modified);
        if (IsKnown(httpContext.Request, tag, modified))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Sets what lets a later request be conditional.</summary>
    public static void Tell(HttpResponse response, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        var headers = response.GetTypedHeaders();
        (headers.ETag, headers.LastModified) = (tag, modified);
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
    }

    /// <summary>Whether who asks has it (RFC 9110, 13.1): a tag counts before a time, and a time counts by the second.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        var headers = request.GetTypedHeaders();
        if (!StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch))
            return headers.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
        return modified is { } changed && headers.IfModifiedSince is { } since && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
