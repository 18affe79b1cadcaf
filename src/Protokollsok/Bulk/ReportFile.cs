using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>Reports in the home: <c>reindex.json</c> is the latest, for those who wait for it; <c>reindex-N.json</c> stays.</summary>
internal static class ReportFile
{
    private const string Latest = "reindex.json";

    /// <summary>What a full disk keeps from being told is told later.</summary>
    public static void Write(Home home, ReindexReport report)
    {
        try
        {
            Directory.CreateDirectory(home.Logs);
            Put(Path.Combine(home.Logs, Latest), report);
            if (report is { IsEnd: true, Generation: { } generation }) Put(Path.Combine(home.Logs, FormattableString.Invariant($"reindex-{generation}.json")), report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Told again each second; at the end the ledger has it, too.
        }
    }

    /// <summary>The latest; <see langword="null"/> if there is none.</summary>
    public static ReindexReport? Read(Home home)
    {
        try
        {
            return DocumentsJson.Parse<ReindexReport>(File.ReadAllBytes(Path.Combine(home.Logs, Latest)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void Put(string path, ReindexReport report)
    {
        File.WriteAllBytes(path + ".part", DocumentsJson.ToUtf8(report));
        File.Move(path + ".part", path, overwrite: true);
    }
}
