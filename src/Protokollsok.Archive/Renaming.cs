using System.Runtime.InteropServices;

namespace Protokollsok.Archive;

/// <summary>
/// Gives a file a name that nobody else has. .NET looks first and renames then, so that a file which appears in between is lost; here
/// the file system does both in one step, or, where it cannot, gives a second name and takes the first away.
/// </summary>
internal static partial class Renaming
{
    private const int ThisFolder = -100, NoReplace = 1;
    private const int NotFound = 2, Exists = 17;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The name is taken, or the disk failed.</exception>
    public static void Move(string path, string target)
    {
        if (!OperatingSystem.IsLinux())
            File.Move(path, target, overwrite: false);
        else if (RenameAt(ThisFolder, path, ThisFolder, target, NoReplace) != 0 && !IsLinked(path, target, Marshal.GetLastPInvokeError()))
            // Neither way is known here (some network shares); .NET says what else is wrong, too.
            File.Move(path, target, overwrite: false);
    }

    /// <returns>Whether the file has its new name, and no other.</returns>
    private static bool IsLinked(string path, string target, int error)
    {
        Refuse(error, path, target);
        if (Link(path, target) != 0)
        {
            Refuse(Marshal.GetLastPInvokeError(), path, target);
            return false;
        }
        File.Delete(path);
        return true;
    }

    private static void Refuse(int error, string path, string target)
    {
        if (error == Exists)
            throw new IOException($"The file {target} is there already; {path} does not take its place.");
        if (error == NotFound && !Path.Exists(path))
            throw new FileNotFoundException($"There is no file {path}.", path);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string path, int toFolder, string target, uint flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string target);
}
