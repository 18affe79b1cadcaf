using System.Globalization;

namespace Protokollsok.Bench;

/// <summary>What this process and all that it started have used, as the kernel counts it in <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Ticks a second of the kernel's accounts: USER_HZ, 100 on every Linux for programs.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Processor seconds, those of ended children that were waited for included; the difference of two is what a piece of work took.</summary>
    public static double CpuSeconds() =>
        Descendants().Select(process => process.Fields).Sum(fields => fields[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture))) / TicksPerSecond;

    /// <summary>The most memory (resident) that a living child whose command names <paramref name="program"/> has held, in bytes; 0 without one.</summary>
    public static long PeakMemory(string program) => Descendants()
        .Where(process => Text($"/proc/{process.Id}/cmdline").Contains(program, StringComparison.Ordinal))
        .Select(process => Text($"/proc/{process.Id}/status").Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)))
        .Select(line => line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .DefaultIfEmpty(0).Max();

    /// <summary>The ids of all that this process started and that still runs.</summary>
    public static IReadOnlyList<int> Children() => [.. Descendants().Select(process => process.Id).Where(id => id != Environment.ProcessId)];

    /// <summary>This process and all below it; fields as in proc(5), from the third (state) on.</summary>
    private static List<(int Id, string[] Fields)> Descendants()
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0).Select(id => (Id: id, Fields: Fields(id))).Where(process => process.Fields.Length > 15)
            .ToLookup(process => process.Id == Environment.ProcessId ? 0 : int.Parse(process.Fields[1], CultureInfo.InvariantCulture));
        List<(int Id, string[] Fields)> found = [.. all[0].Where(process => process.Id == Environment.ProcessId)];
        for (int i = 0; i < found.Count; i++) found.AddRange(all[found[i].Id]);
        return found;
    }

    /// <summary>After the name, which stands in brackets and may hold anything.</summary>
    private static string[] Fields(int id) => Text($"/proc/{id}/stat") is var stat && stat.LastIndexOf(')') is >= 0 and var end ? stat[(end + 2)..].Split(' ') : [];

    /// <summary>Nothing of a process that has just ended.</summary>
    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
