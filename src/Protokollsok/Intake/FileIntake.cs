using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>Takes files in: the original into the archive, the arrival into the ledger, and only then is a dropped file removed.</summary>
internal sealed class FileIntake(DocumentArchive archive, Ledger ledger)
{
    /// <summary>Takes a file in and leaves it where it lies: for <c>ingest</c>.</summary>
    public async Task<Arrival> TakeCopyAsync(string path, CancellationToken cancel)
    {
        var arrival = await TakeAsync(path, Path.GetFullPath(path), cancel);
        ledger.MarkTaken(arrival.Seq);
        return arrival;
    }

    /// <summary>Whether it came through the inbox, so that a clerk waits for an answer. Its path is then the one inside the inbox.</summary>
    public static bool IsDropped(Arrival arrival) => !Path.IsPathRooted(arrival.DroppedPath);

    /// <summary>Takes a file out of the inbox.</summary>
    /// <returns>The arrival, or <see langword="null"/> when the file changed meanwhile and has to wait for its next turn.</returns>
    public async Task<Arrival?> TakeFromInboxAsync(InboxFile file, Home home, CancellationToken cancel)
    {
        try
        {
            // Many files may have been ahead of this one since it was listed.
            if (InboxFile.Look(file.Path) != file) return null;
            var arrival = await TakeAsync(file.Path, Path.GetRelativePath(home.Inbox, file.Path), cancel);
            RemoveDropped(file, home);
            ledger.MarkTaken(arrival.Seq);
            return arrival;
        }
        catch (Exception e) when (e is FileChangedException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Ends what a kill cut short: files whose arrival is in the ledger, but which still lie in the inbox. Taken again they would
    /// count as duplicates of themselves.
    /// </summary>
    public void RemoveDroppedLeftovers(Home home)
    {
        foreach (var arrival in ledger.Untaken())
        {
            if (IsDropped(arrival) && InboxFile.Look(Path.Combine(home.Inbox, arrival.DroppedPath)) is { } file && IdentityOf(file.Path) == arrival.Id) RemoveDropped(file, home);
            ledger.MarkTaken(arrival.Seq);
        }
    }

    private async Task<Arrival> TakeAsync(string path, string droppedPath, CancellationToken cancel)
    {
        var id = await archive.StoreOriginalAsync(path, cancel);
        var bytes = new FileInfo(archive.OriginalPath(id)).Length;
        return ledger.Receive(id, Nfc.Of(Path.GetFileName(path)), droppedPath, bytes);
    }

    /// <summary>A file that was replaced after it was copied stays, and is taken as the new file that it is.</summary>
    /// <exception cref="IOException">The share is gone. Its file is not, and will come back: told as taken it would then be a duplicate of itself.</exception>
    private void RemoveDropped(InboxFile file, Home home)
    {
        if (InboxFile.Look(file.Path) == file) archive.Files.Remove(file.Path);
        else if (!Directory.Exists(home.Done)) throw new IOException($"The inbox {home.Inbox} is away.");
    }

    /// <summary>What the file's content is.</summary>
    internal static DocumentId IdentityOf(string path)
    {
        using var content = File.OpenRead(path);
        return DocumentId.Of(content);
    }
}
