using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>The domain's queries with recoll (Xapian, Debian's recollcmd) as it comes, with Swedish stemming, in a folder of its own.</summary>
internal static class RecollRival
{
    public static async Task MeasureAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("bench-recoll-").FullName;
        try
        {
            var documents = Directory.CreateDirectory(Path.Combine(folder, "documents")).FullName;
            for (var i = 0; i < DomainQueries.Names.Count; i++)
                await File.WriteAllTextAsync(Path.Combine(documents, string.Create(CultureInfo.InvariantCulture, $"{i}.txt")), DomainQueries.TextOf(DomainQueries.Names[i]), cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "recoll.conf"), $"topdirs = {documents}\nindexstemminglanguages = swedish\n", cancel);
            await RunAsync(folder, "recollindex", [], cancel);
            await DomainQueries.CountWrongAsync("recoll", tellEach: false, query => NamesAsync(folder, query, cancel));
        }
        catch (Win32Exception)
        {
            Output.Results.WriteLine("recoll: not installed (Debian: recollcmd)");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<string>> NamesAsync(string folder, string query, CancellationToken cancel)
    {
        // -b: the addresses alone, the best first; -S "": by relevance.
        var lines = (await RunAsync(folder, "recollq", ["-b", "-s", "swedish", query], cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => line.StartsWith("file://", StringComparison.Ordinal))
            .Select(line => DomainQueries.Names[int.Parse(Path.GetFileNameWithoutExtension(line), CultureInfo.InvariantCulture)])];
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RECOLL_CONFDIR"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync(cancel);
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await messages;
        await process.WaitForExitAsync(cancel);
        return output;
    }
}
