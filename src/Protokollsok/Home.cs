namespace Protokollsok;

/// <summary>The program's home: archive, ledger, index and logs in one folder, and the inbox, which may lie elsewhere.</summary>
internal sealed record Home
{
    public const string DoneFolder = "klart";

    public const string NotDoneFolder = "ej-klart";

    private static readonly string[] OwnFolders = ["archive", "index", "keys", "knowledge", "logs", "requests", "uploads"];

    private Home(string data, string inbox)
    {
        Data = data;
        Inbox = inbox;
    }

    /// <summary>Absolute path of the home, without links.</summary>
    public string Data { get; }

    /// <summary>Absolute path of the watched folder, without links.</summary>
    public string Inbox { get; }

    /// <summary>Where the search index in force lies. It can always be made again from the archive.</summary>
    public string Index => Path.Combine(Data, Archive.Generations.In(Data).Index);

    /// <summary>Where what the API is sent lies until it is in the archive.</summary>
    public string Uploads => Path.Combine(Data, "uploads");

    /// <summary>Where the keys lie that sign-ins and forms of the page are protected with. Lost, everybody signs in again.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>The file that says what does not work just now.</summary>
    public string Troubles => Path.Combine(Data, "logs", "troubles.json");

    /// <summary>Where reports of what was made again lie.</summary>
    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Where receipts are put for files that were taken in.</summary>
    public string Done => Path.Combine(Inbox, DoneFolder);

    /// <summary>Where files that could not be taken in are put, each with its reason.</summary>
    public string NotDone => Path.Combine(Inbox, NotDoneFolder);

    /// <exception cref="WrongUseException">The archive and the inbox lie inside one another: a scan would be taken in again and again.</exception>
    public static Home At(string data, string? inbox)
    {
        data = Resolve(data);
        inbox = Resolve(inbox ?? Path.Combine(data, "inbox"));
        // The home may hold the inbox beside its archive; the folders in which the program keeps its own things may not.
        var indexes = Directory.Exists(data) ? Directory.GetDirectories(data, "index-*").Select(path => Path.GetFileName(path)) : [];
        foreach (var own in OwnFolders.Concat(indexes).Select(name => Path.Combine(data, name)))
        {
            if (IsInside(inbox, own)) throw new WrongUseException($"The inbox {inbox} lies inside the program's own folder {own}; choose another --inbox.");
        }

        return IsInside(data, inbox)
            ? throw new WrongUseException($"The home {data} lies inside the inbox {inbox}, so the archive would be taken in as new scans; choose another --data or --inbox.")
            : new Home(data, inbox);
    }

    /// <summary>Whether a path is the home's own: nothing of it is ever a scan, however a folder was named.</summary>
    public bool Owns(string path) => IsInside(Resolve(path), Data) && !IsInside(Resolve(path), Inbox);

    /// <summary>Makes the home, and asks nothing of the inbox.</summary>
    public void CreateData() => Directory.CreateDirectory(Data);

    /// <summary>Makes the folders that are not there.</summary>
    /// <exception cref="IOException">The inbox has been used before and is away now, a share that is not mounted yet for example: to be tried again.</exception>
    public void Create()
    {
        Directory.CreateDirectory(Data);
        var known = new KnownInboxes(Data);
        if (known.Contains(Inbox) && !Directory.Exists(Done))
            throw new IOException($"The inbox {Inbox} is away: it was in use and its folder {DoneFolder} is gone. Mount it again, or make the folder if it is meant to start anew.");
        foreach (var folder in new[] { Inbox, Done, NotDone }) Directory.CreateDirectory(folder);
        known.Add(Inbox);
    }

    /// <summary>Absolute, without a slash at the end, and with every link on the way followed: what is compared has to be the same folder.</summary>
    private static string Resolve(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var here = Path.Combine(Resolve(parent), Path.GetFileName(path));
        return new DirectoryInfo(here).LinkTarget is not null && new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Path.TrimEndingDirectorySeparator(target.FullName)
            : here;
    }

    private static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
