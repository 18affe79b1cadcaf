namespace Protokollsok.Intake;

/// <summary>
/// Answers that are being written. They lie hidden in the inbox itself, on the file system of what they will become, and in a folder
/// that stays small: what a kill left there is found without a walk through years of receipts.
/// </summary>
internal static class InboxDrafts
{
    private const string Extension = ".part";

    /// <summary>A path that nobody else has.</summary>
    public static string New(Home home) => Path.Combine(home.Inbox, $".{Guid.NewGuid():N}{Extension}");

    /// <summary>At the start, by the one who holds the home: removes what a dead program was writing, and nobody else's.</summary>
    public static void RemoveLeftovers(Home home)
    {
        foreach (var draft in Directory.EnumerateFiles(home.Inbox, ".*" + Extension).Where(IsOurs)) File.Delete(draft);
    }

    private static bool IsOurs(string path) => Guid.TryParseExact(Path.GetFileNameWithoutExtension(path)[1..], "N", out _);
}
