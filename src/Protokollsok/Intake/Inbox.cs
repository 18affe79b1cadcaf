using Protokollsok.Configuration;

namespace Protokollsok.Intake;

/// <summary>
/// The watched folder. The listing is the truth: events get lost on shares, and a file says nothing when its writer is done. A file
/// is taken when it is whole and still: listings that lie apart see the same size and time, and its end is there.
/// </summary>
/// <param name="trouble">Told each path that cannot be taken, and why.</param>
/// <param name="beforeListing">Called before each listing; who rehearses accidents throws here.</param>
internal sealed class Inbox(Home home, Settings settings, TimeProvider clock, Action<string, string> trouble, Action<string>? beforeListing = null)
{
    /// <summary>Patience doubles so many times at most: 1 minute becomes 8.</summary>
    private const int MostDoublings = 3;

    private static readonly string[] UnfinishedExtensions = [".part", ".tmp", ".crdownload", ".filepart", ".partial"];

    private Dictionary<string, Sighting> _seen = [];

    /// <param name="Sample">Of the content, where no end is seen: a writer that reserves the room first changes neither size nor, on some shares, time.</param>
    /// <param name="Changes">How often the file was seen to grow or change.</param>
    private sealed record Sighting(InboxFile File, long? Sample, DateTimeOffset Since, int Changes);

    /// <summary>Whether something lies there that may be ready a moment later.</summary>
    public bool HasUnready { get; private set; }

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
            var end = FileEnd.Of(file.Path);
            // Asked after each look: a listing of a slow share takes longer than a file has to be still.
            var now = clock.GetUtcNow();
            var sighting = See(file, end, before.GetValueOrDefault(file.Path), now);
            _seen[file.Path] = sighting;
            if (sighting.Since < now && now - sighting.Since >= StillnessFor(end, sighting.Changes) && !IsBeingWritten(file, now - sighting.Since)) ready.Add(file);
        }

        HasUnready = _seen.Count > ready.Count;
        return ready;
    }

    private static Sighting See(InboxFile file, FileEnd.Sight end, Sighting? earlier, DateTimeOffset now)
    {
        long? sample = end != FileEnd.Sight.There ? FileEnd.SampleOf(file.Path) : null;
        return earlier is null ? new Sighting(file, sample, now, 0)
            : earlier.File == file && earlier.Sample == sample ? earlier
            : new Sighting(file, sample, now, earlier.Changes + 1);
    }

    /// <summary>
    /// How long a file has to be still. One whose end is missing is taken in the end as it is, and told as damaged: nobody may wait
    /// for ever for a scanner that was switched off. A writer that was slow before gets more time each time.
    /// </summary>
    private TimeSpan StillnessFor(FileEnd.Sight end, int changes) => end switch
    {
        FileEnd.Sight.There => settings.Stillness,
        FileEnd.Sight.CannotTell => settings.StillnessWithoutEnd * (1 << Math.Min(changes, MostDoublings)),
        _ => settings.Patience * (1 << Math.Min(changes, MostDoublings)),
    };

    /// <summary>Where the system can tell that somebody has it open for writing, it is not whole, however long it lies still.</summary>
    private bool IsBeingWritten(InboxFile file, TimeSpan still)
    {
        if (!OperatingSystem.IsLinux() || !UnixWriters.Has(file.Path)) return false;
        if (still >= settings.Patience) trouble(file.Path, "is held open for writing by another program; it is taken when that closes it.");
        return true;
    }

    private bool IsForUs(string path)
    {
        var name = Path.GetFileName(path);
        return path != home.Done && path != home.NotDone && !home.Owns(path)
            && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
            && !UnfinishedExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
    }
}
