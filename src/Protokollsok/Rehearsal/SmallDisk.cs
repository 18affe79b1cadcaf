using System.Diagnostics;

namespace Protokollsok.Rehearsal;

/// <summary>A disk of a few megabytes in memory, that can really be full. Needs the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 32;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <returns><see langword="null"/> where one may not mount.</returns>
    public static SmallDisk? Mount(Stage stage)
    {
        var path = stage.NewFolder("small-disk");
        return Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "none", path) ? new SmallDisk(path) : null;
    }

    /// <summary>Fills it to the last byte with one file.</summary>
    public static void Fill(string file)
    {
        try
        {
            using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (var block = new byte[4096]; ;) ballast.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Dispose() => Run("umount", "-l", Path);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
