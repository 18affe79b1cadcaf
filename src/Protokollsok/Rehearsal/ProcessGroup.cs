using System.Runtime.InteropServices;

namespace Protokollsok.Rehearsal;

/// <summary>A process with all its children as one: what is killed is killed at one moment, as when the power goes.</summary>
internal static partial class ProcessGroup
{
    private const int Kill9 = 9;
    private const int Terminate = 15;

    /// <summary>Makes this process the head of a group of its own. Its children from now on belong to it.</summary>
    public static void Lead() => _ = SetSession();

    /// <summary>Ends this process and its children at once.</summary>
    public static void KillOwn() => _ = Send(0, Kill9);

    /// <summary>Ends a process and, if it leads a group, the group.</summary>
    public static void Kill(int id)
    {
        if (Send(-id, Kill9) != 0) _ = Send(id, Kill9);
    }

    public static void KillAlone(int id) => _ = Send(id, Kill9);

    /// <summary>Asks a process to end in peace.</summary>
    public static void Ask(int id) => _ = Send(id, Terminate);

    /// <summary>The children of a process, and theirs: Linux tells.</summary>
    public static IReadOnlyList<(int Id, string Name)> Descendants(int id)
    {
        var parents = Directory.GetDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => name.All(char.IsAsciiDigit)).Select(Stat).OfType<(int Id, string Name, int Parent)>().ToList();
        List<(int Id, string Name)> found = [];
        for (var wave = new HashSet<int> { id }; wave.Count > 0;)
        {
            var next = parents.Where(process => wave.Contains(process.Parent)).ToList();
            found.AddRange(next.Select(process => (process.Id, process.Name)));
            wave = [.. next.Select(process => process.Id)];
        }

        return found;
    }

    /// <summary>Memory that a process holds, in bytes; 0 if it is gone.</summary>
    public static long ResidentBytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(string.Concat(line.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>What a process has computed so far; zero if it is gone.</summary>
    public static TimeSpan CpuTime(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return TimeSpan.Zero;
        }
    }

    /// <summary>The name stands in brackets and may hold anything; the parent's id is the second field after it.</summary>
    private static (int Id, string Name, int Parent)? Stat(string id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var (open, close) = (stat.IndexOf('('), stat.LastIndexOf(')'));
            var parent = stat[(close + 2)..].Split(' ')[1];
            return (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture), stat[(open + 1)..close], int.Parse(parent, System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Send(int process, int signal);

    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSession();
}
