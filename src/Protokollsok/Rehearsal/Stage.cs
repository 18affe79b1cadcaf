using Protokollsok.Configuration;
using Protokollsok.Processing;

namespace Protokollsok.Rehearsal;

/// <summary>A home of its own for each run, removed at the end. Java's class archive is made once and copied into each, which halves a start.</summary>
internal sealed class Stage : IDisposable
{
    private readonly DirectoryInfo _root;
    private int _lastHome;

    private Stage(DirectoryInfo root) => _root = root;

    /// <param name="root">Where homes are put; the system's folder for temporary files unless the caller says otherwise.</param>
    public static async Task<Stage> SetAsync(string? root, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root ?? Path.GetTempPath(), $"protokollsok-rehearsal-{Guid.NewGuid():N}"));
        var stage = new Stage(folder);
        var workshop = await Workshop.OpenAsync(Home.At(stage.Template, inbox: null), new Settings(), watches: true, TimeProvider.System, cancel);
        await workshop.DisposeAsync();
        return stage;
    }

    private string Template => Path.Combine(_root.FullName, "template");

    /// <param name="inbox">A name below the stage for an inbox that lies outside the home.</param>
    public Home NewHome(string? inbox = null)
    {
        var data = Path.Combine(_root.FullName, $"home-{Interlocked.Increment(ref _lastHome)}");
        return HomeIn(data, inbox is null ? null : Path.Combine(_root.FullName, inbox));
    }

    public Home HomeIn(string data, string? inbox = null)
    {
        var home = Home.At(data, inbox);
        foreach (var folder in new[] { home.Index, home.Inbox }) Directory.CreateDirectory(folder);
        foreach (var classes in Directory.GetFiles(Path.Combine(Template, "index"), "*.jsa")) File.Copy(classes, Path.Combine(home.Index, Path.GetFileName(classes)));
        return home;
    }

    public string NewFolder(string name) => _root.CreateSubdirectory(name).FullName;

    /// <summary>Makes room for the next run.</summary>
    public static void Strike(Home home)
    {
        if (Directory.Exists(home.Data)) Directory.Delete(home.Data, recursive: true);
        if (Directory.Exists(home.Inbox)) Directory.Delete(home.Inbox, recursive: true);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
