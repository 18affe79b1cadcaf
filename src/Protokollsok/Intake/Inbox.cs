namespace Protokollsok.Intake;

/// <summary>
/// The watched folder. The listing is the truth: events get lost on shares, and a file says nothing when its writer is done. A file
/// is taken when it is whole and still: listings that lie apart see the same size and time, and its end is there.
/// </summary>
/// <param name="trouble">Told each path that cannot be taken, and why.</param>
/// <param name="beforeListing">Called before each listing; who rehearses accidents throws here.</param>
internal sealed class Inbox(Home home, TimeProvider clock, Action<string, string> trouble, Action<string>? beforeListing = null)
{
    private static readonly string[] UnfinishedExtensions = [".part", ".tmp", ".crdownload", ".filepart", ".partial"];

    private Dictionary<string, Sighting> _seen = [];

    private sealed record Sighting(InboxFile File, DateTimeOffset Since);

    /// <summary>The files that are whole and still. Call it about once a second: the pause between two calls is what stillness is measured by.</summary>
    /// <exception cref="IOException">The inbox cannot be listed, a share that is gone for example.</exception>
    public IReadOnlyList<InboxFile> ReadyFiles()
    {
        beforeListing?.Invoke("list " + home.Inbox);
        var before = _seen;
        _seen = [];
        List<InboxFile> ready = [];
        foreach (var file in ScanFolder.List(home.Inbox, IsForUs, trouble))
        {
            // Asked after each look: a listing of a slow share takes longer than a file has to be still.
            var now = clock.GetUtcNow();
            var since = before.TryGetValue(file.Path, out var earlier) && earlier.File == file ? earlier.Since : now;
            _seen[file.Path] = new Sighting(file, since);
            if (since < now && FileEnd.Of(file.Path) is var end && now - since >= StillnessFor(end)) ready.Add(file);
        }

        return ready;
    }

    /// <summary>
    /// How long a file has to be still. One whose end is missing is taken after a minute as it is, and told as damaged: nobody may wait
    /// for ever for a scanner that was switched off.
    /// </summary>
    private static TimeSpan StillnessFor(FileEnd.Sight end) => end switch
    {
        FileEnd.Sight.There => TimeSpan.FromSeconds(1),
        FileEnd.Sight.CannotTell => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromSeconds(60),
    };

    private bool IsForUs(string path)
    {
        var name = Path.GetFileName(path);
        return path != home.Done && path != home.NotDone && !home.Owns(path)
            && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
            && !UnfinishedExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }
}
