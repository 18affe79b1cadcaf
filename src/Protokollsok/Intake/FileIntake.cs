using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// Takes files in: the original into the archive, the arrival into the ledger, and only then is a dropped file removed. What lies at its
/// path by then may be another file; so it first gets a name that nobody else knows, is looked at once more, and goes only if it is
/// the one that was copied.
/// </summary>
internal sealed class FileIntake(DocumentArchive archive, Ledger ledger) : IDisposable
{
    /// <summary>By path: copied and entered, and still lying in the inbox because it cannot be removed now. Not to be copied again each second.</summary>
    private readonly ConcurrentDictionary<string, Arrival> _stillThere = [];

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whether it came through the inbox, so that a clerk waits for an answer. Its path is then the one inside the inbox.</summary>
    public static bool IsDropped(Arrival arrival) => arrival.Origin == ArrivalOrigin.Inbox;

    /// <summary>Keeps intake waiting until it is disposed: between archive and ledger nothing may be removed.</summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Turn(_gate);
    }

    /// <summary>Takes a file in and leaves it where it lies: for <c>ingest</c>.</summary>
    /// <param name="entered">Told the document, and whether it is new, before anybody can work on it.</param>
    public async Task<Arrival> TakeCopyAsync(string path, CancellationToken cancel, Action<DocumentId, bool>? entered = null)
    {
        // Before its turn: a large file on a slow share keeps no drop, upload or deletion waiting.
        using var copy = await archive.CopyAsync(path, cancel);
        using var turn = await PauseAsync(cancel);
        await archive.PlaceAsync(copy, Path.GetFileName(path), cancel);
        var id = copy.Id;
        var full = Path.GetFullPath(path);
        Arrival arrival = null!;
        ledger.Together(() =>
        {
            arrival = Enter(id, Path.GetFileName(path), full, ArrivalOrigin.Ingest, FolderBoard.Of(full), who: null);
            entered?.Invoke(id, arrival.Outcome != ArrivalOutcome.Duplicate);
        });
        return arrival;
    }

    /// <summary>Takes in what the API was sent.</summary>
    /// <param name="path">Where it was put meanwhile; it is left there.</param>
    /// <param name="who">The name of the token.</param>
    public async Task<Arrival> TakeUploadAsync(string path, string fileName, string who, CancellationToken cancel)
    {
        using var copy = await archive.CopyAsync(path, cancel);
        using var turn = await PauseAsync(cancel);
        await archive.PlaceAsync(copy, fileName, cancel);
        return Enter(copy.Id, fileName, fileName, ArrivalOrigin.Api, boardHint: null, who);
    }

    /// <summary>Takes a file out of the inbox.</summary>
    /// <returns>The arrival, or <see langword="null"/> when the file changed meanwhile and has to wait for its next turn.</returns>
    /// <exception cref="IOException">It was taken in, and cannot be removed; call again.</exception>
    public async Task<Arrival?> TakeFromInboxAsync(InboxFile file, Home home, CancellationToken cancel)
    {
        try
        {
            // Many files may have been ahead of this one since it was listed.
            if (InboxFile.Look(file.Path) != file) return null;
            using var turn = await PauseAsync(cancel);
            if (_stillThere.TryGetValue(file.Path, out var earlier))
            {
                EndDrop(earlier, home);
                return earlier;
            }

            var dropped = Path.GetRelativePath(home.Inbox, file.Path);
            var id = await archive.StoreOriginalAsync(file.Path, cancel);
            var arrival = Receive(id, Path.GetFileName(file.Path), dropped, ArrivalOrigin.Inbox, FolderBoard.Of(dropped), who: null);
            _stillThere[file.Path] = arrival;
            RemoveDropped(file.Path, arrival, home);
            Forget(arrival, file.Path);
            return arrival;
        }
        catch (Exception e) when (e is FileChangedException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Ends what trouble or a kill cut short, for files that no listing shows any more, too: a share that went while a file had its work
    /// name, for example. One that cannot be ended stops no other.
    /// </summary>
    /// <exception cref="IOException">Some cannot be ended yet; call again.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public async Task EndDropsAsync(Home home, CancellationToken cancel)
    {
        if (_stillThere.IsEmpty) return;
        using var turn = await PauseAsync(cancel);
        Exception? trouble = null;
        foreach (var arrival in _stillThere.Values)
        {
            try
            {
                EndDrop(arrival, home);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                trouble ??= e;
            }
        }

        if (trouble is not null) ExceptionDispatchInfo.Throw(trouble);
    }

    /// <summary>
    /// At the start: files whose arrival is in the ledger, but which a kill may have left in the inbox, are to be ended by
    /// <see cref="EndDropsAsync"/>. Taken again they would count as duplicates of themselves.
    /// </summary>
    /// <param name="home">With the inbox that is watched, the one from which they came.</param>
    public void RecallDrops(Home home)
    {
        foreach (var arrival in ledger.Untaken())
        {
            if (IsDropped(arrival)) _stillThere[Path.Combine(home.Inbox, arrival.DroppedPath)] = arrival;
            else ledger.MarkTaken(arrival.Seq);
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>What the file's content is.</summary>
    internal static DocumentId IdentityOf(string path)
    {
        using var content = File.OpenRead(path);
        return DocumentId.Of(content);
    }

    private Arrival Enter(DocumentId id, string fileName, string path, ArrivalOrigin origin, string? boardHint, string? who)
    {
        var arrival = Receive(id, fileName, path, origin, boardHint, who);
        ledger.MarkTaken(arrival.Seq);
        return arrival;
    }

    private Arrival Receive(DocumentId id, string fileName, string path, ArrivalOrigin origin, string? boardHint, string? who) =>
        ledger.Receive(id, Nfc.Of(fileName), path, new FileInfo(archive.OriginalPath(id)).Length, origin, boardHint, who);

    /// <summary>Removes what still lies in the inbox of a file that was taken in. Can be repeated after any step of it.</summary>
    private void EndDrop(Arrival arrival, Home home)
    {
        var path = Path.Combine(home.Inbox, arrival.DroppedPath);
        // With its work name it was as good as gone; what lies at its path since is another drop.
        if (InboxFile.Look(WorkName(path, arrival)) is not null) RemoveOrPutBack(path, arrival);
        else if (InboxFile.Look(path) is null) MustBeThere(home);
        else if (IdentityOf(path) == arrival.Id) RemoveDropped(path, arrival, home);
        Forget(arrival, path);
    }

    private void Forget(Arrival arrival, string path)
    {
        ledger.MarkTaken(arrival.Seq);
        _stillThere.TryRemove(path, out _);
    }

    /// <summary>A file that was replaced after it was copied stays, and is taken as the new file that it is.</summary>
    private void RemoveDropped(string path, Arrival arrival, Home home)
    {
        try
        {
            archive.Files.Rename(path, WorkName(path, arrival));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            MustBeThere(home);
            return;
        }

        RemoveOrPutBack(path, arrival);
    }

    /// <exception cref="IOException">The share is gone. Its file is not, and will come back: told as taken it would then be a duplicate of itself.</exception>
    private static void MustBeThere(Home home)
    {
        if (!Directory.Exists(home.Done)) throw new IOException($"The inbox {home.Inbox} is away.");
    }

    /// <exception cref="IOException">Somebody writes to it; it stays under its work name until that has ended.</exception>
    private void RemoveOrPutBack(string path, Arrival arrival)
    {
        var work = WorkName(path, arrival);
        // Asked first: under this name nobody opens it anew, so what is looked at then is what is removed.
        if (OperatingSystem.IsLinux() && UnixWriters.Has(work)) throw new IOException($"{path} was taken in and is held open for writing by another program; it is removed when that closes it.");
        if (InboxFile.Look(work) is not null && IdentityOf(work) == arrival.Id) archive.Files.Remove(work);
        else archive.Files.Rename(work, File.Exists(path) ? FreeName.In(Path.GetDirectoryName(path)!, Path.GetFileName(path), ("", _ => false)) : path);
    }

    /// <summary>Hidden, so that nobody takes it for a scan, and in the same folder, so that a rename is all it takes.</summary>
    private static string WorkName(string path, Arrival arrival) => Path.Combine(Path.GetDirectoryName(path)!, $".protokollsok-{arrival.Seq}");

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
