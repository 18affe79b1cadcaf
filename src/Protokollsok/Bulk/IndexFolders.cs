using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Protokollsok.Archive;

namespace Protokollsok.Bulk;

/// <summary>The folders of indexes in a home: one in force, the one before, one being built.</summary>
internal static partial class IndexFolders
{
    /// <summary>Removes indexes that nobody goes back to any more.</summary>
    public static void RemoveStale(string data, Generations generations, ReindexRun? unfinished)
    {
        if (!Directory.Exists(data)) return;
        HashSet<string?> kept = [generations.Index, generations.PreviousIndex, unfinished is null ? null : Generations.IndexOf(unfinished.Generation)];
        foreach (var folder in Directory.GetDirectories(data, "index*").Where(path => Name().IsMatch(Path.GetFileName(path)) && !kept.Contains(Path.GetFileName(path)))) Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Makes an index that is like another one as of its last commit. Files of an index are never changed, so each gets a second name and
    /// nothing is copied; where the file system cannot do that, it is. Nobody may commit meanwhile.
    /// </summary>
    public static void Clone(string from, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var path in Directory.GetFiles(from).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && !path.EndsWith(".tmp", StringComparison.Ordinal)))
        {
            var name = Path.Combine(to, Path.GetFileName(path));
            if (!OperatingSystem.IsLinux() || Link(path, name) != 0) File.Copy(path, name);
        }
    }

    /// <summary>Java's class archive of the one node serves the other, and halves its start.</summary>
    public static void CopyClasses(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (Directory.GetFiles(to, "*.jsa").Length > 0) return;
        foreach (var path in Directory.GetFiles(from, "*.jsa")) File.Copy(path, Path.Combine(to, Path.GetFileName(path)));
    }

    [GeneratedRegex(@"^index(-[0-9]+)?(-clone)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string name);
}
