namespace Protokollsok;

/// <summary>The program's home: archive, ledger, index and logs in one folder, and the inbox, which may lie elsewhere.</summary>
internal sealed record Home
{
    private Home(string data, string inbox)
    {
        Data = data;
        Inbox = inbox;
    }

    /// <summary>Absolute path of the home.</summary>
    public string Data { get; }

    /// <summary>Absolute path of the watched folder.</summary>
    public string Inbox { get; }

    /// <summary>Where the search index lies. It can always be made again from the archive.</summary>
    public string Index => Path.Combine(Data, "index");

    /// <summary>Where receipts are put for files that were taken in.</summary>
    public string Done => Path.Combine(Inbox, DoneFolder);

    /// <summary>Where files that could not be taken in are put, each with its reason.</summary>
    public string NotDone => Path.Combine(Inbox, NotDoneFolder);

    private static readonly string[] OwnFolders = ["archive", "index", "logs"];

    public const string DoneFolder = "klart";

    public const string NotDoneFolder = "ej-klart";

    /// <exception cref="WrongUseException">The archive and the inbox lie inside one another: a scan would be taken in again and again.</exception>
    public static Home At(string data, string? inbox)
    {
        data = Path.GetFullPath(data);
        inbox = Path.GetFullPath(inbox ?? Path.Combine(data, "inbox"));
        // The home may hold the inbox beside its archive; the folders in which the program keeps its own things may not.
        foreach (var own in OwnFolders.Select(name => Path.Combine(data, name)))
        {
            if (IsInside(inbox, own)) throw new WrongUseException($"The inbox {inbox} lies inside the program's own folder {own}; choose another --inbox.");
        }

        return IsInside(data, inbox)
            ? throw new WrongUseException($"The home {data} lies inside the inbox {inbox}, so the archive would be taken in as new scans; choose another --data or --inbox.")
            : new Home(data, inbox);
    }

    /// <summary>Makes the folders that are not there.</summary>
    public void Create()
    {
        foreach (var folder in new[] { Data, Inbox, Done, NotDone }) Directory.CreateDirectory(folder);
    }

    private static bool IsInside(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
