using Microsoft.AspNetCore.Diagnostics;
using Protokollsok.Search;

namespace Protokollsok.Web;

/// <summary>Turns what can go wrong into RFC 9457 problems: what happened, and what to do.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title) = exception switch
        {
            QuerySyntaxException => (StatusCodes.Status400BadRequest, "The query cannot be understood."),
            CursorException => (StatusCodes.Status400BadRequest, "The cursor is not one of this search's."),
            BadParameterException => (StatusCodes.Status400BadRequest, "A parameter has a value that it cannot have."),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "The request was taken back."),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be understood."),
            SearchUnavailableException => (StatusCodes.Status503ServiceUnavailable, "The search is away for a moment; try again."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong here; it is in the log."),
        };
        if (status >= 500) logger.LogError(exception, "{Path} failed", httpContext.Request.Path);
        httpContext.Response.StatusCode = status;
        var context = new ProblemDetailsContext { HttpContext = httpContext };
        context.ProblemDetails.Status = status;
        context.ProblemDetails.Title = title;
        // What went wrong inside is the log's; who asked is told what to do.
        context.ProblemDetails.Detail = status < 500 ? exception.Message : null;
        if (exception is QuerySyntaxException query) context.ProblemDetails.Extensions["position"] = query.Position;
        return await problems.TryWriteAsync(context);
    }
}
