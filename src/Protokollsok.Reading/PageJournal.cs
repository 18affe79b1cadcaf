using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>
/// The pages of one file as they were read, kept one by one, so that a document of a thousand pages goes on after a kill where it was. A JSON
/// value a line; the first says of which file and by which reader, and where that does not hold, the journal begins anew. A last line that was
/// cut off is none.
/// </summary>
internal sealed class PageJournal : IDisposable
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    private readonly Dictionary<int, PageEntry> _kept;
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    private PageJournal(FileStream file, Dictionary<int, PageEntry> kept) => (_file, _kept) = (file, kept);

    /// <param name="path">Of the journal, which need not be there.</param>
    /// <param name="original">The file that is read.</param>
    /// <param name="setting">What else a reading depends on.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static PageJournal Open(string path, string original, string setting)
    {
        var head = new JournalHead(typeof(PageJournal).Module.ModuleVersionId, new FileInfo(original).Length, setting);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            var kept = Load(file, head);
            var journal = new PageJournal(file, kept);
            if (file.Length == 0) journal.Write(head);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What is kept of a page, if it was read before.</summary>
    /// <param name="number">1-based.</param>
    public PageEntry? Find(int number) => _kept.GetValueOrDefault(number);

    /// <summary>Keeps a page; safe from several threads.</summary>
    public void Add(PageEntry page)
    {
        lock (_lock) Write(page);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads what is there, and cuts off what is not whole.</summary>
    private static Dictionary<int, PageEntry> Load(FileStream file, JournalHead head)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var kept = new Dictionary<int, PageEntry>();
        int end = 0;
        for (int start = 0; content.AsSpan(start).IndexOf(LineEnd[0]) is >= 0 and var length; start = end)
        {
            var line = content.AsSpan(start, length);
            if (start == 0 ? Parse<JournalHead>(line) != head : Parse<PageEntry>(line) is not { Page.Lines: not null }) break;
            if (start > 0 && Parse<PageEntry>(line) is { } page) kept[page.Page.Number] = page;
            end = start + length + 1;
        }

        file.SetLength(end);
        file.Seek(end, SeekOrigin.Begin);
        return kept;
    }

    private static T? Parse<T>(ReadOnlySpan<byte> line) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Write<T>(T value)
    {
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(value), .. LineEnd]);
        _file.Flush();
    }

    /// <param name="Reader">The build: another one may read better.</param>
    /// <param name="Bytes">The original's length.</param>
    /// <param name="Setting">Models and limits.</param>
    private sealed record JournalHead(Guid Reader, long Bytes, string Setting);
}

/// <summary>A page that was read, or could not be.</summary>
internal sealed record PageEntry(PageReading Page, Problem? Problem);
