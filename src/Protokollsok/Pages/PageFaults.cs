using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Protokollsok.Search;

namespace Protokollsok.Pages;

/// <summary>A page that fails says so as a page, in plain words; what happened is in the log.</summary>
internal sealed class PageFaults(ILogger<PageFaults> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var status = context.Exception switch
        {
            SearchUnavailableException => StatusCodes.Status503ServiceUnavailable,
            BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException when context.HttpContext.RequestAborted.IsCancellationRequested => StatusCodes.Status499ClientClosedRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status500InternalServerError) logger.LogError(context.Exception, "{Path} failed", context.HttpContext.Request.Path);
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }
}
