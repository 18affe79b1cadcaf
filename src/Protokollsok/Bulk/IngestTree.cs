using Protokollsok.Intake;

namespace Protokollsok.Bulk;

/// <summary>The files that a path means: one that is named is taken whatever it is called; in folders, hidden files and the program's own are passed over.</summary>
internal static class IngestTree
{
    /// <param name="trouble">Told each path that cannot be taken, and why.</param>
    public static IEnumerable<string> FilesOf(string path, Home home, Action<string, string> trouble)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path))
        {
            trouble(path, "is not there any more.");
            return [];
        }

        return ScanFolder.List(path, entry => !Path.GetFileName(entry).StartsWith('.') && !home.Owns(entry), trouble).Select(file => file.Path);
    }
}
