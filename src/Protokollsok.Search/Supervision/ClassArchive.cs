using System.Diagnostics;
using System.Globalization;

namespace Protokollsok.Search.Supervision;

/// <summary>
/// The node's classes as Java has them in memory (AppCDS), kept beside the index: a start takes half the time. Made by the
/// first node that ends in peace; Java checks that it fits, and starts without it when it does not.
/// </summary>
internal sealed class ClassArchive(string folder, string jar)
{
    private const string Prefix = "node-";
    private const string Suffix = ".jsa";

    /// <summary>Named after the jar's time, since a new jar has other classes.</summary>
    private readonly string _path = Path.Combine(
        folder, Prefix + File.GetLastWriteTimeUtc(jar).Ticks.ToString("x", CultureInfo.InvariantCulture) + Suffix);

    private readonly string _made = Path.Combine(folder, Prefix + Guid.NewGuid().ToString("N") + ".tmp");

    /// <summary>Uses the archive if there is one, else has the node make it as it ends.</summary>
    public string Argument() => File.Exists(_path) ? $"-XX:SharedArchiveFile={_path}" : $"-XX:ArchiveClassesAtExit={_made}";

    /// <summary>Takes what an ended node has made, if it has, whole; a half one is thrown away.</summary>
    public void Keep(Process ended)
    {
        try
        {
            if (!File.Exists(_made)) return;
            if (ended.HasExited && ended.ExitCode == 0)
            {
                foreach (var old in Directory.GetFiles(folder, Prefix + "*" + Suffix)) File.Delete(old);
                File.Move(_made, _path);
            }
            else
            {
                File.Delete(_made);
            }
        }
        catch (IOException)
        {
            // Only the next start is slower.
        }
    }
}
