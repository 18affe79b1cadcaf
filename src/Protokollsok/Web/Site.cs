using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.ResponseCompression;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Pages;
using Protokollsok.Processing;
using Protokollsok.Web.Cases;
using Protokollsok.Web.Description;
using Protokollsok.Web.Feeds;

namespace Protokollsok.Web;

/// <summary>The API and the page over one workshop.</summary>
internal static class Site
{
    /// <summary>How long answers that are under way may take when the program is told to stop; a client that reads or sends slowly is cut off then.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Where it listens, and what it logs, is the workshop's settings' matter.</summary>
    public static WebApplication Build(Workshop workshop)
    {
        var settings = workshop.Settings;
        // Files of the page lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.Configuration["urls"] = settings.Urls;
        builder.Configuration["AllowedHosts"] = AllowedHosts(settings);
        AddLog(builder.Logging, settings);
        AddServices(builder.Services, workshop);
        var site = builder.Build();
        Use(site);
        return site;
    }

    /// <summary>Returns when the token or a signal has asked it to stop and the work at hand has come to a safe point.</summary>
    public static async Task RunUntilStoppedAsync(WebApplication site, CancellationToken cancel)
    {
        try
        {
            await site.WaitForShutdownAsync(cancel);
        }
        finally
        {
            await StopAsync(site);
        }

        // Stopped by itself: what ended the work is the program's end, told with its exit code.
        if (site.Services.GetRequiredService<InboxService>().ExecuteTask is { IsFaulted: true } failed) await failed;
    }

    /// <summary>The answers get their time, the work as much as it needs to a safe point: what it uses is closed behind it.</summary>
    private static async Task StopAsync(WebApplication site)
    {
        try
        {
            await site.StopAsync(CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // Whoever was still being answered is cut off.
        }
        catch (AggregateException e)
        {
            // Several services that could not stop: what uses the home is waited for all the same, and what ended the program is told, not this.
            site.Logger.LogWarning(e, "Not everything could be stopped in order");
        }

        if (site.Services.GetRequiredService<InboxService>().ExecuteTask is { } work) await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Only names under which it was meant to be reached: otherwise any web page that a user of this machine opens could read the archive
    /// by pointing a name of its own at the loopback address.
    /// </summary>
    private static string AllowedHosts(Settings settings)
    {
        var hosts = settings.Urls.Split(';').Select(url => BindingAddress.Parse(url).Host).ToList();
        if (settings.PublicUrl is { } told) hosts.Add(BindingAddress.Parse(told).Host);
        return hosts.Any(host => host is "*" or "+" or "0.0.0.0" or "[::]") ? "*" : string.Join(';', hosts.Concat(["localhost", "127.0.0.1", "[::1]"]));
    }

    /// <summary>On standard error, where the service manager gathers it; of the framework only warnings are worth telling.</summary>
    private static void AddLog(ILoggingBuilder logging, Settings settings)
    {
        const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        logging.ClearProviders();
        if (settings.LogFormat == LogFormat.Json)
        {
            logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat, console.JsonWriterOptions) =
                (true, Time.Trim(), new JsonWriterOptions { Encoder = DocumentsJson.Options.Encoder }));
        }
        else
        {
            logging.AddSimpleConsole(console => (console.UseUtcTimestamp, console.TimestampFormat, console.SingleLine) = (true, Time, true));
        }

        var framework = settings.LogLevel > LogLevel.Warning ? settings.LogLevel : LogLevel.Warning;
        logging.SetMinimumLevel(settings.LogLevel).AddFilter("Microsoft", framework).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, Workshop workshop)
    {
        services.AddSingleton(workshop);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new SearchService(() => workshop.Index, workshop.Ledger, workshop.Load));
        services.AddSingleton(provider => new Troubles(provider.GetRequiredService<ILogger<Troubles>>(), TimeProvider.System, workshop.Home.Troubles));
        // The work must not go on for as long as somebody fetches something.
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (Farewell, true));
        services.AddSingleton<InboxService>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxService>());
        services.AddSingleton<ReadDocuments>();
        services.AddSingleton<CaseService>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", AtomFeed.MediaType, "text/csv"];
        });
        services.AddPages(workshop);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = DocumentsJson.Options.Encoder;
            // Numbers are numbers: the API's own description says so.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    private static void Use(WebApplication site)
    {
        site.Use(SecurityHeaders);
        site.UseExceptionHandler();
        site.UseStatusCodePages();
        site.UseResponseCompression();
        site.UseStaticFiles();
        site.MapOpenApi("/openapi/{documentName}.json");
        site.UsePages();
        var api = site.MapGroup("").WithApiRules();
        SearchApi.Map(api);
        SuggestApi.Map(api);
        DocumentListApi.Map(api);
        DocumentsApi.Map(api);
        DecisionsApi.Map(api);
        CasesApi.Map(api);
        UpkeepApi.Map(api);
        CorrectionsApi.Map(api);
        UploadApi.Map(api);
        MetricsApi.Map(api);
        StatusApi.Map(api);
    }

    /// <summary>Documents are hostile input: whatever gets past the escaping still may not run, load or be framed.</summary>
    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        // At the last moment: an error that is turned into a problem clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
