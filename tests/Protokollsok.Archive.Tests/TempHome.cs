using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Archive.Tests;

/// <summary>A home in a folder of its own, a clock that goes on a second at each look, and small documents to put in.</summary>
internal sealed class TempHome : IDisposable
{
    public TempHome() => Inbox = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Home)!, "inbox")).FullName;

    public string Home { get; } = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("arkiv-").FullName, "home")).FullName;

    public string Inbox { get; }

    public TickingClock Clock { get; } = new();

    public DocumentArchive Archive() => new(Home, Clock);

    public Ledger Ledger() => new(Home, Clock);

    public string Drop(string name, string content)
    {
        string path = Path.Combine(Inbox, name);
        File.WriteAllText(path, content);
        return path;
    }

    public static DocumentId IdOf(string content) => DocumentId.Of(Encoding.UTF8.GetBytes(content));

    public static DocumentReading Reading(string text = "Sammanträdesprotokoll") =>
        new("text/plain", 1, [new PageReading(1, PageOrigin.TextFile, 1, null, null, null, "text-file", [new LineReading(text, [])])], []);

    public static DocumentRecord Record(DocumentId id, string fileName = "a.txt") =>
        new() { Id = id, Source = new Source(fileName, 1, "text/plain", 1), Title = "Åtgärder på Ängsskolan" };

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Home)!, recursive: true);
}
