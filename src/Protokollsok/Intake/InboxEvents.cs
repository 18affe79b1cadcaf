namespace Protokollsok.Intake;

/// <summary>
/// What the file system says of the inbox: a hint that wakes the listing earlier, nothing more. On shares it says little, and where it
/// cannot be asked at all, the listing comes at its own pace.
/// </summary>
internal sealed class InboxEvents : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private readonly FileSystemWatcher? _watcher;
    private readonly SemaphoreSlim _woken = new(0, 1);
    private readonly Home _home;

    public InboxEvents(Home home)
    {
        _home = home;
        try
        {
            _watcher = new FileSystemWatcher(home.Inbox) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName };
            _watcher.Created += (_, seen) => Wake(seen.FullPath);
            _watcher.Renamed += (_, seen) => Wake(seen.FullPath);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // No share of inotify left, or no such folder now.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>Returns after the pause, or when something new was seen.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancel)
    {
        // Hundreds come at once; one listing does for all that came with the first.
        if (await _woken.WaitAsync(pause, cancel)) await Task.Delay(Gathering, cancel);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _woken.Dispose();
    }

    private void Wake(string path)
    {
        // Our own answers are no news.
        if (Path.GetFileName(path).StartsWith('.') || IsBelow(path, _home.Done) || IsBelow(path, _home.NotDone)) return;
        try
        {
            if (_woken.CurrentCount == 0) _woken.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Woken already, or at its end.
        }
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
