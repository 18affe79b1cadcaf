using Microsoft.AspNetCore.Http.HttpResults;

namespace Protokollsok.Web;

/// <summary>Problems (RFC 9457) that say what to do, also where the framework alone would give a number.</summary>
internal static class Problems
{
    /// <param name="detail">English: what is not there, and what to do.</param>
    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found.");

    public static ProblemHttpResult BadRequest(string detail, string title = "A parameter has a value that it cannot have.") =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: title);

    /// <summary>For problems that nobody wrote a sentence for.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var (problem, http) = (context.ProblemDetails, context.HttpContext);
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}; /openapi/v1.json lists all routes.",
            StatusCodes.Status405MethodNotAllowed => $"{http.Request.Method} is not allowed here; allowed: {http.Response.Headers.Allow}.",
            StatusCodes.Status400BadRequest => "Something in the request is not of the form that was expected; /openapi/v1.json says what is.",
            StatusCodes.Status500InternalServerError => "It is no fault of the request's. Try again; if it stays, tell who runs this service the time and the traceId.",
            StatusCodes.Status503ServiceUnavailable => "It comes back by itself: try again in a few seconds. Documents are taken in meanwhile.",
            _ => null,
        };
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "2";
    }
}
