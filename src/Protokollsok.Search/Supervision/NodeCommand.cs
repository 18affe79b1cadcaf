using System.Diagnostics;
using System.Globalization;

namespace Protokollsok.Search.Supervision;

/// <summary>How a node is started on an index folder.</summary>
/// <param name="Analysis">By which analysis entries are made now.</param>
internal sealed record NodeCommand(string Folder, bool ReadOnly, string Analysis, SearchOptions Options)
{
    private const string Jar = "protokollsok-search-node.jar";

    /// <summary>Null where none is wanted: a reader may not be allowed to write into the folder.</summary>
    public ClassArchive? Archive() => ReadOnly || !Options.ArchiveClasses ? null : new ClassArchive(Folder, NodeJar());

    /// <exception cref="SearchUnavailableException">A jar is missing.</exception>
    public ProcessStartInfo ToStartInfo(ClassArchive? archive)
    {
        var start = new ProcessStartInfo(Options.Java)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // The serial collector starts quickest and is smallest. Java's own messages must stay out of standard output.
        string[] arguments =
        [
            Invariant($"-Xmx{Options.HeapMegabytes}m"), "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr",
            Invariant($"-Dprotokollsok.patience={Options.QueryLimit.TotalMilliseconds:F0}"), Invariant($"-Dprotokollsok.walk={Options.LongestWalk}"),
            Invariant($"-Dprotokollsok.part={Options.SmallestPart}"),
            "-Xshare:auto", .. archive is null ? Array.Empty<string>() : [archive.Argument()],
            "-cp", $"{NodeJar()}{Path.PathSeparator}{LuceneJar()}", "protokollsok.search.Node",
            Folder, ReadOnly ? "read" : "write", Invariant($"{Options.BufferMegabytes}"), Analysis,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static string NodeJar()
    {
        var jar = Path.Combine(AppContext.BaseDirectory, Jar);
        return File.Exists(jar) ? jar : throw new SearchUnavailableException($"'{jar}' is missing: the build puts it there, so build again.");
    }

    private string LuceneJar() =>
        (Directory.Exists(Options.LuceneFolder) ? Directory.GetFiles(Options.LuceneFolder, "lucene-core-8*.jar") : [])
            .Order(StringComparer.Ordinal).LastOrDefault()
        ?? throw new SearchUnavailableException($"Lucene 8 is missing in '{Options.LuceneFolder}': install liblucene8-java.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
