namespace Protokollsok;

/// <summary>
/// The watched folders that a home has had, a line each. An inbox on a share that is not mounted looks like a new, empty one; taken
/// for that, receipts would be written below the mount point, where nobody finds them.
/// </summary>
internal sealed class KnownInboxes(string data)
{
    private readonly string _file = Path.Combine(data, "inboxes.txt");

    public bool Contains(string inbox) => File.Exists(_file) && File.ReadLines(_file).Contains(inbox, StringComparer.Ordinal);

    /// <summary>The one that was watched last; <see langword="null"/> if none was.</summary>
    public string? Last => File.Exists(_file) ? File.ReadLines(_file).LastOrDefault(line => line.Length > 0) : null;

    public void Add(string inbox)
    {
        if (!Contains(inbox)) File.AppendAllText(_file, inbox + "\n");
    }
}
