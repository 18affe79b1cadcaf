using System.Globalization;
using System.Text;
using System.Text.Json;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>
/// Intakes that are handed to the program that holds the home: an order is a file in <c>requests/ingest</c>, what becomes of it a file beside it with a
/// line for each piece of news. An order stays until all of it is done, so that one that was cut short is gone on with by the next program.
/// </summary>
internal sealed class IngestOrders(string data, DurableFiles files)
{
    private const string Asked = ".order.json", News = ".news.jsonl";

    private readonly string _folder = Path.Combine(data, "requests", "ingest");

    /// <summary>Puts an order down; the same files and folders again are the same order.</summary>
    /// <returns>Its name.</returns>
    public string Add(IngestOrder order, DateTimeOffset now)
    {
        if (Names().FirstOrDefault(name => Read(name)?.What == order.What) is { } same) return same;
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddHHmmssfff}-{Guid.NewGuid():N}");
        files.MakeFolder(_folder);
        files.WriteOutside(PathOf(name, Asked), Path.Combine(_folder, name + ".part"), draft => draft.Write(DocumentsJson.ToUtf8(order)));
        return name;
    }

    /// <summary>Orders that are not done, the oldest first.</summary>
    public IReadOnlyList<string> Names() => !Directory.Exists(_folder) ? []
        : [.. Directory.GetFiles(_folder, "*" + Asked).Select(path => Path.GetFileName(path)[..^Asked.Length]).Order(StringComparer.Ordinal)];

    /// <summary>What is ordered; <see langword="null"/> if it is gone, or none of ours.</summary>
    public IngestOrder? Read(string name)
    {
        try
        {
            return DocumentsJson.Parse<IngestOrder>(File.ReadAllBytes(PathOf(name, Asked)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Adds news, in order.</summary>
    public void Tell(string name, IReadOnlyList<IngestNews> news)
    {
        var lines = new StringBuilder();
        foreach (var one in news) lines.Append(DocumentsJson.ToText(one)).Append('\n');
        using var file = new FileStream(PathOf(name, News), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        // A kill may have left half a line, which must not take the next one with it.
        if (file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n') lines.Insert(0, '\n');
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    /// <summary>What the whole lines from a byte on say, and the byte after them. Half a line that a kill left says nothing.</summary>
    public (IReadOnlyList<IngestNews> News, long Next) NewsOf(string name, long from)
    {
        if (!File.Exists(PathOf(name, News))) return ([], from);
        using var file = new FileStream(PathOf(name, News), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Min(from, file.Length);
        var bytes = new byte[file.Length - file.Position];
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(NewsIn).OfType<IngestNews>()], from + end);
    }

    /// <summary>Whether it is neither to be done nor told any more.</summary>
    public bool IsForgotten(string name) => !File.Exists(PathOf(name, Asked)) && !File.Exists(PathOf(name, News));

    /// <summary>All of it is done: nobody needs to go on with it. Its news stay for all who follow it.</summary>
    public void End(string name) => File.Delete(PathOf(name, Asked));

    /// <summary>News that were told long ago.</summary>
    public void ForgetOld(DateTimeOffset before)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.GetFiles(_folder, "*" + News).Where(path => File.GetLastWriteTimeUtc(path) < before && !File.Exists(path[..^News.Length] + Asked))) File.Delete(path);
    }

    private static IngestNews? NewsIn(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<IngestNews>(line, DocumentsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(string name, string ending) => Path.Combine(_folder, name + ending);
}
