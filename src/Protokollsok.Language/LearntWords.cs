using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Protokollsok.Language;

/// <summary>
/// What was learnt from one archive's sound pages: how often each word stands there, and each pair of neighbours that decides between words that look alike; and from
/// which documents, so that a document is learnt once, and can be forgotten by who keeps what each taught. A plain text file: <c>document ID</c> a document,
/// <c>word WORD COUNT</c> a word, <c>pair WORD WORD COUNT</c> a pair, and at its end <c>end DOCUMENTS WORDS PAIRS</c>, how many there are of each. Of words and pairs
/// so many are kept at most; then the rarest are dropped. What is dropped counts too little when it comes again, never too much, also after a document was forgotten.
/// </summary>
public sealed class LearntWords
{
    private const string Head = "protokollsok learnt 4", DocumentLine = "document", WordLine = "word", PairLine = "pair", EndLine = "end";

    /// <summary>Of what is too much, this share stays.</summary>
    private const double Kept = 0.75;

    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

    /// <summary>So many different words and pairs are kept. A million pages hold more; these take some 200 MB while they are learnt, and 30 MB as a file.</summary>
    public int MostWords { get; init; } = 600_000;

    /// <inheritdoc cref="MostWords"/>
    public int MostPairs { get; init; } = 1_000_000;

    /// <summary>The ids of the documents that were learnt, those without a sound page too.</summary>
    public IReadOnlySet<string> Documents => _documents;

    /// <summary>How often each word stands there, lower case.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each pair of neighbours stands there, the words with a blank between them; <see cref="LocalPairs.Number"/> and <see cref="LocalPairs.Boundary"/> stand for words.</summary>
    public Dictionary<string, int> Pairs { get; } = new(StringComparer.Ordinal);

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
                case [WordLine, var word, var count] when IsCount(count, out var times): learnt.Counts[word] = times; break;
                case [PairLine, var first, var second, var count] when IsCount(count, out var times): learnt.Pairs[$"{first} {second}"] = times; break;
                case [EndLine, ..] when lines.Current == learnt.End: return learnt;
                default: return new LearntWords();
            }
        }

        // Cut off: what is left of it would count words whose documents can be forgotten, and nobody would see.
        return new LearntWords();
    }

    /// <summary>Learns a document's sound pages, unless it has been learnt.</summary>
    /// <param name="pages">Their texts, NFC, none of them repaired.</param>
    /// <param name="alikes">Of which words the neighbours are worth knowing; <see langword="null"/>: of none.</param>
    /// <returns>What it taught, by which it can be forgotten: how often each word stands in it, and each pair, as in <see cref="Pairs"/>.</returns>
    public IReadOnlyDictionary<string, int> Learn(string documentId, IEnumerable<string> pages, LookAlikes? alikes = null)
    {
        var taught = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!_documents.Add(documentId)) return taught;
        foreach (var page in pages) Count(SoundText.Of(page), alikes, taught);
        foreach (var (what, count) in taught) CollectionsMarshal.GetValueRefOrAddDefault(PlaceOf(what), what, out _) += count;
        DropRarest(Counts, MostWords);
        DropRarest(Pairs, MostPairs);
        return taught;
    }

    /// <summary>Nothing of a document stays; nothing happens if it was not learnt.</summary>
    /// <param name="taught">What <see cref="Learn"/> had said.</param>
    public void Forget(string documentId, IEnumerable<KeyValuePair<string, int>> taught)
    {
        if (!_documents.Remove(documentId)) return;
        foreach (var (what, count) in taught)
        {
            var place = PlaceOf(what);
            var left = place.GetValueOrDefault(what) - count;
            if (left > 0) place[what] = left;
            else place.Remove(what);
        }
    }

    private Dictionary<string, int> PlaceOf(string what) => what.Contains(' ', StringComparison.Ordinal) ? Pairs : Counts;

    private static void DropRarest(Dictionary<string, int> counts, int most)
    {
        for (var least = 1; counts.Count > most; least++)
        {
            foreach (var rare in counts.Where(pair => pair.Value <= least).Select(pair => pair.Key).Take(counts.Count - (int)(Kept * most)).ToList()) counts.Remove(rare);
        }
    }

    private static bool IsCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private string End => string.Create(CultureInfo.InvariantCulture, $"{EndLine} {_documents.Count} {Counts.Count} {Pairs.Count}");

    /// <summary>Writes the file whole, or leaves the old one.</summary>
    public void Save(string path)
    {
        var draft = path + ".new";
        using (var disk = File.Create(draft))
        using (var file = new StreamWriter(disk, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            file.WriteLine(Head);
            foreach (var id in _documents.Order(StringComparer.Ordinal)) file.WriteLine($"{DocumentLine} {id}");
            Write(file, WordLine, Counts);
            Write(file, PairLine, Pairs);
            file.WriteLine(End);
            file.Flush();
            disk.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static void Write(StreamWriter file, string kind, Dictionary<string, int> counts)
    {
        foreach (var (what, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {what} {count}"));
    }

    private static void Count(List<string?> row, LookAlikes? alikes, Dictionary<string, int> counts)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is not { } word) continue;
            if (SoundText.IsWord(word)) CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            if (i > 0 && row[i - 1] is { } before && alikes is not null && (alikes.Has(before) || alikes.Has(word)))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, $"{before} {word}", out _)++;
        }
    }
}
