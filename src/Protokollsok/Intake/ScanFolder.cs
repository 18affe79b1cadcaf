namespace Protokollsok.Intake;

/// <summary>Lists the files of a tree that may be scans, in order of their names. What cannot be looked at is told, never passed over in silence.</summary>
internal static class ScanFolder
{
    /// <param name="root">Where to begin.</param>
    /// <param name="isForUs">Which files and folders count, by path.</param>
    /// <param name="trouble">Told each path that cannot be taken, and why.</param>
    /// <exception cref="IOException">The root itself cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static IEnumerable<InboxFile> List(string root, Func<string, bool> isForUs, Action<string, string> trouble)
    {
        var folders = new Stack<string>([root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in Entries(folder, isRoot: folder == root, trouble).Where(entry => isForUs(entry.FullName)))
            {
                if (entry is DirectoryInfo { LinkTarget: null }) folders.Push(entry.FullName);
                else if (InboxFile.Look(entry.FullName) is { } file) yield return file;
                else if (!IsGone(entry)) trouble(entry.FullName, "is no regular file, or its name is not UTF-8; rename or replace it.");
            }
        }
    }

    private static FileSystemInfo[] Entries(string folder, bool isRoot, Action<string, string> trouble)
    {
        try
        {
            var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 };
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (!isRoot && (e is IOException or UnauthorizedAccessException))
        {
            trouble(folder, e.Message);
            return [];
        }
    }

    /// <summary>Taken away since it was listed. A name that is not UTF-8 cannot be asked for, and is still there.</summary>
    private static bool IsGone(FileSystemInfo entry) =>
        !entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !Path.Exists(entry.FullName) && new FileInfo(entry.FullName).LinkTarget is null;
}
