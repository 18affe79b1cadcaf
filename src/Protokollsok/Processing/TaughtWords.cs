using System.Globalization;
using System.IO.Compression;
using Protokollsok.Archive;

namespace Protokollsok.Processing;

/// <summary>What each document taught repair: a file of its own in <c>knowledge/learnt</c>, so that it can be taken out of the sum when the document is deleted.</summary>
internal sealed class TaughtWords(Home home)
{
    private const string Head = "words";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Path.Combine(home.Data, "knowledge", "learnt");

    /// <summary>One at a time changes what was learnt, also of several programs.</summary>
    public async Task<IDisposable> WaitAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(_folder);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (HomeLock.IsHeld(e))
            {
                await Task.Delay(Pause, TimeProvider.System, cancel);
            }
        }
    }

    /// <summary>On the disk for good only when its file system has been flushed.</summary>
    public void Keep(string id, IReadOnlyDictionary<string, int> words)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.Create(path + ".new")) Write(file, words);

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>How often each word and each pair of words stands in it; empty for one without sound pages, <see langword="null"/> if nobody knows any more.</summary>
    public IReadOnlyList<KeyValuePair<string, int>>? Of(string id)
    {
        if (!File.Exists(PathOf(id))) return null;
        try
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(PathOf(id)), CompressionMode.Decompress));
            List<KeyValuePair<string, int>> words = [];
            // A power cut leaves an empty file, or a part of one.
            if (lines.ReadLine()?.Split(' ') is not [Head, var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var expected)) return null;
            while (lines.ReadLine() is { } line)
            {
                var blank = line.LastIndexOf(' ');
                if (blank < 0 || !int.TryParse(line.AsSpan(blank + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var times)) return null;
                words.Add(new(line[..blank], times));
            }

            return words.Count == expected ? words : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public void Remove(string id)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(id)))) File.Delete(PathOf(id));
    }

    private static void Write(FileStream file, IReadOnlyDictionary<string, int> words)
    {
        using var lines = new StreamWriter(new GZipStream(file, CompressionLevel.Fastest)) { NewLine = "\n" };
        lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Head} {words.Count}"));
        foreach (var (word, count) in words) lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {count}"));
    }

    private string PathOf(string id) => Path.Combine(_folder, id[..2], id + ".txt.gz");
}
