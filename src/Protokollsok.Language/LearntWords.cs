using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Protokollsok.Language;

/// <summary>
/// What was learnt from one archive's sound pages: how often each word stands there, and from which documents, so that a document is learnt once, and can be
/// forgotten by who keeps what each taught. A plain text file: <c>document ID</c> a document, <c>word WORD COUNT</c> a word, and at its end
/// <c>end DOCUMENTS WORDS</c>, how many there are of each.
/// </summary>
public sealed class LearntWords
{
    private const string Head = "protokollsok learnt 3", DocumentLine = "document", WordLine = "word", EndLine = "end";

    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

    /// <summary>The ids of the documents that were learnt, those without a sound page too.</summary>
    public IReadOnlySet<string> Documents => _documents;

    /// <summary>How often each word stands there, lower case.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the file; nothing learnt where there is none, or one that is not ours: it can be learnt again.</summary>
    public static LearntWords Load(string path)
    {
        var learnt = new LearntWords();
        if (!File.Exists(path)) return learnt;
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext() || lines.Current != Head) return learnt;
        while (lines.MoveNext())
        {
            switch (lines.Current.Split(' '))
            {
                case [DocumentLine, var id]: learnt._documents.Add(id); break;
                case [WordLine, var word, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times): learnt.Counts[word] = times; break;
                case [EndLine, ..] when lines.Current == learnt.End: return learnt;
                default: return new LearntWords();
            }
        }

        // Cut off: what is left of it would count words whose documents can be forgotten, and nobody would see.
        return new LearntWords();
    }

    /// <summary>Learns a document's sound pages, unless it has been learnt.</summary>
    /// <param name="pages">Their texts, NFC, none of them repaired.</param>
    /// <returns>What it taught, by which it can be forgotten: how often each word stands in it.</returns>
    public IReadOnlyDictionary<string, int> Learn(string documentId, IEnumerable<string> pages)
    {
        var taught = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!_documents.Add(documentId)) return taught;
        foreach (var page in pages) Count(page, taught);
        foreach (var (word, count) in taught) CollectionsMarshal.GetValueRefOrAddDefault(Counts, word, out _) += count;
        return taught;
    }

    /// <summary>Nothing of a document stays; nothing happens if it was not learnt.</summary>
    /// <param name="taught">What <see cref="Learn"/> had said.</param>
    public void Forget(string documentId, IEnumerable<KeyValuePair<string, int>> taught)
    {
        if (!_documents.Remove(documentId)) return;
        foreach (var (word, count) in taught)
        {
            var left = Counts.GetValueOrDefault(word) - count;
            if (left > 0) Counts[word] = left;
            else Counts.Remove(word);
        }
    }

    private string End => string.Create(CultureInfo.InvariantCulture, $"{EndLine} {_documents.Count} {Counts.Count}");

    /// <summary>Writes the file whole, or leaves the old one.</summary>
    public void Save(string path)
    {
        var draft = path + ".new";
        using (var disk = File.Create(draft))
        using (var file = new StreamWriter(disk, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            file.WriteLine(Head);
            foreach (var id in _documents.Order(StringComparer.Ordinal)) file.WriteLine($"{DocumentLine} {id}");
            foreach (var (word, count) in Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{WordLine} {word} {count}"));
            file.WriteLine(End);
            file.Flush();
            disk.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Words of letters only; what a line's end breaks is no word.</summary>
    private static void Count(string page, Dictionary<string, int> counts)
    {
        foreach (var line in page.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            var isBroken = text.EndsWith("-");
            foreach (var range in text.Split(' '))
            {
                var word = text[range].Trim(".,;:!?()\"”“’'»«");
                if (word.Length < 2 || (isBroken && range.End.Value == text.Length) || !IsOfLetters(word)) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word.ToString().ToLowerInvariant(), out _)++;
            }
        }
    }

    private static bool IsOfLetters(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter)) return false;
        }

        return true;
    }
}
