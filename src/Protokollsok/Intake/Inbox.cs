namespace Protokollsok.Intake;

/// <summary>
/// The watched folder. The listing is the truth: events get lost on shares, and a file says nothing when its writer is done. A file
/// is taken when it is whole and still: two listings in a row see the same size and time, and a PDF has its end mark.
/// </summary>
internal sealed class Inbox(Home home, TimeProvider clock)
{
    /// <summary>A PDF without its end mark is still being written, until it has been still for this long. Then it is taken as it is, and told as damaged.</summary>
    private static readonly TimeSpan PatienceWithHalfFiles = TimeSpan.FromSeconds(60);

    private static readonly string[] UnfinishedExtensions = [".part", ".tmp", ".crdownload", ".filepart", ".partial"];

    private Dictionary<string, Sighting> _seen = [];

    private sealed record Sighting(InboxFile File, DateTimeOffset Since);

    /// <summary>The files that are whole and still. Call it about once a second: the pause between two calls is what stillness is measured by.</summary>
    /// <exception cref="IOException">The inbox cannot be listed, a share that is gone for example.</exception>
    public IReadOnlyList<InboxFile> ReadyFiles()
    {
        var now = clock.GetUtcNow();
        var before = _seen;
        _seen = [];
        List<InboxFile> ready = [];
        foreach (var file in List())
        {
            var since = before.TryGetValue(file.Path, out var earlier) && earlier.File == file ? earlier.Since : now;
            _seen[file.Path] = new Sighting(file, since);
            if (since < now && IsWhole(file, now - since)) ready.Add(file);
        }

        return ready;
    }

    private IEnumerable<InboxFile> List()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(home.Inbox, "*", options)
            .Where(IsForUs)
            .Order(StringComparer.Ordinal)
            .Select(InboxFile.Look)
            .OfType<InboxFile>();
    }

    private bool IsForUs(string path)
    {
        var steps = Path.GetRelativePath(home.Inbox, path).Split(Path.DirectorySeparatorChar);
        return steps[0] is not (Home.DoneFolder or Home.NotDoneFolder)
            && !steps.Any(step => step.StartsWith('.') || step.StartsWith("~$", StringComparison.Ordinal))
            && !UnfinishedExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsWhole(InboxFile file, TimeSpan still) =>
        still >= PatienceWithHalfFiles || !PdfTail.IsPdf(file.Path) || PdfTail.HasEnd(file.Path);
}
