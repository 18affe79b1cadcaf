using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>Reports that lie in the home: what was made again, and what trials say would change.</summary>
internal static partial class KeptReports
{
    public const string Route = "/arkiv/rapport";

    private const int Most = 20;

    /// <param name="Name">Of its files, without an ending.</param>
    /// <param name="At">UTC, as its name says.</param>
    internal sealed record Trial(string Name, DateTimeOffset At);

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(Route + "/{file}", (string file, Workshop workshop) =>
        FileName().IsMatch(file) && Path.Combine(workshop.Home.Logs, file) is var path && File.Exists(path)
            // To be kept beside the case: with its own look, which a page of ours may not bring.
            ? Results.File(path, file.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8" : "text/html; charset=utf-8", fileDownloadName: file)
            : Results.NotFound()).ExcludeFromDescription();

    /// <summary>The latest first.</summary>
    public static IReadOnlyList<Trial> Trials(Home home) =>
        !Directory.Exists(home.Logs) ? [] :
        [
            .. Directory.EnumerateFiles(home.Logs, "dry-run-*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).Reverse().Take(Most)
                .Select(name => TimeOf(name) is { } at ? new Trial(name, at) : null).OfType<Trial>(),
        ];

    /// <summary>What a trial found; <see langword="null"/> if it cannot be read.</summary>
    public static DryRunReport? Read(Home home, Trial trial) => Read<DryRunReport>(Path.Combine(home.Logs, trial.Name + ".json"));

    /// <summary>What came of a generation; <see langword="null"/> if it has no report.</summary>
    public static ReindexReport? OfGeneration(Home home, int generation) =>
        Read<ReindexReport>(Path.Combine(home.Logs, FormattableString.Invariant($"reindex-{generation}.json")));

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? DocumentsJson.Parse<T>(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset? TimeOf(string name) =>
        DateTimeOffset.TryParseExact(name, "'dry-run-'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [GeneratedRegex(@"^dry-run-[0-9]{8}-[0-9]{6}\.(csv|html)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
