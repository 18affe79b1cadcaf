using System.Runtime.InteropServices;

namespace Protokollsok.Language;

/// <summary>
/// Builds the model of Swedish from a folder of text. It holds counts and likelihoods only: no sentence, nothing seen once, and no name
/// that stands in fewer than 20 documents. The same corpus gives the same bytes.
/// </summary>
public static class SwedishModelBuilder
{
    /// <summary>A word must stand this often to be taken for the last part of compounds.</summary>
    private const int LeastCountOfLastPart = 8;

    /// <summary>A word that no rare name may be taken for.</summary>
    private const int CountOfCommon = 6000;

    /// <summary>A confusable word matters when it is not rarer than this beside its most common double.</summary>
    private const double LeastShare = 0.0002;

    /// <summary>
    /// Reads every <c>*.txt</c> and <c>*.txt.xz</c> of a folder (a line of text a line, <c>### id</c> before each document) and writes
    /// the model.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">The folder holds no Swedish text, or a packed file cannot be read, or a list is not of its form.</exception>
    /// <exception cref="FileNotFoundException">The options name a folder that lacks a list.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for words seen once.</exception>
    public static void Build(string corpusFolder, string outputFile, ModelBuildOptions? options = null)
    {
        options ??= new ModelBuildOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeastCount, 2);
        var listed = options.ListFolder is { } folder ? WordLists.Read(folder) : [];
        var corpus = new CorpusCounts();
        foreach (var document in CorpusReader.Documents(corpusFolder)) corpus.Add(document);
        var chosen = LexiconSelection.Choose(corpus, options.LeastCount);
        if (chosen.Count == 0) throw new InvalidDataException($"{corpusFolder} holds no Swedish text (*.txt, *.txt.xz) that repeats itself.");
        ModelFile.Write(outputFile, Sections(corpus, chosen, listed, options));
    }

    private static List<byte[]> Sections(CorpusCounts corpus, List<int> chosen, Dictionary<string, bool> listed, ModelBuildOptions options)
    {
        var lexicon = chosen.ToDictionary(word => corpus.Spellings[word], word => corpus.Words[word].Count, StringComparer.Ordinal);
        var capitals = chosen.ToDictionary(word => corpus.Spellings[word], word => corpus.Words[word].CapitalShare, StringComparer.Ordinal);
        AddListed(listed, lexicon, capitals);
        var parts = CompoundParts.Of(lexicon, LeastCountOfLastPart, word => capitals[word] > 0.5);
        string[] entries = [.. lexicon.Keys.Union(parts.First.Keys).Union(parts.Last.Keys)];
        Array.Sort(entries, WordGraphBuilder.Compare);
        var (edges, before, root) = WordGraphBuilder.Build(entries);
        var (text, counts) = Renumbered(corpus, entries, lexicon);
        var (pairs, triples, weights) = new ContextCounts(text, counts, Confusable(entries, lexicon)).Tables(options.MostPairs, options.MostTriples);
        double[] scalars = [root, counts.Sum(), parts.First.Values.Sum(), parts.Last.Values.Sum()];
        return
        [
            Bytes(scalars), Bytes(edges), Bytes(before),
            [.. counts.Select(count => LogScale.OfCount((long)count))],
            [.. entries.Select(entry => (byte)Math.Round(255 * capitals.GetValueOrDefault(entry)))],
            [.. entries.Select(entry => LogScale.OfCount(parts.First.GetValueOrDefault(entry)))],
            [.. entries.Select(entry => LogScale.OfCount(parts.Last.GetValueOrDefault(entry)))],
            weights, Bytes(pairs), Bytes(triples), Bytes(LetterCounts.Table(lexicon)),
            ContextTrainer.Weights(corpus, chosen), MarkTrainer.Weights(lexicon, word => capitals[word] > 0.5),
        ];
    }

    /// <summary>
    /// A term is no name, however the corpus writes it; a name that is a word as well stays one. A name that looks like a very common word without its
    /// marks (<c>Ar</c>) is left out: it would be met as the damaged word far more often.
    /// </summary>
    private static void AddListed(Dictionary<string, bool> listed, Dictionary<string, int> lexicon, Dictionary<string, double> capitals)
    {
        var marked = MostByLook(lexicon);
        foreach (var (word, isName) in listed)
        {
            if (isName && !lexicon.ContainsKey(word) && marked.GetValueOrDefault(word) > CountOfCommon) continue;
            lexicon[word] = Math.Max(lexicon.GetValueOrDefault(word), isName ? WordLists.CountOfName : WordLists.CountOfTerm);
            if (!isName) capitals[word] = 0;
            else capitals.TryAdd(word, 1);
        }
    }

    /// <summary>How common the commonest word with marks is that looks so without them.</summary>
    private static Dictionary<string, int> MostByLook(Dictionary<string, int> lexicon) => lexicon
        .Where(word => word.Key.AsSpan().ContainsAny("åäö"))
        .GroupBy(word => ConfusionKeys.Fold(word.Key), StringComparer.Ordinal)
        .ToDictionary(look => look.Key, look => look.Max(word => word.Value), StringComparer.Ordinal);

    /// <summary>The corpus in the lexicon's numbers, and how often each stands there, listed words as often as they count; the special words follow the entries.</summary>
    private static (int[] Text, double[] Counts) Renumbered(CorpusCounts corpus, string[] entries, Dictionary<string, int> lexicon)
    {
        var (number, boundary, unknown, year) = (entries.Length, entries.Length + 1, entries.Length + 2, entries.Length + 3);
        var byEntry = entries.Index()
            .Where(entry => lexicon.ContainsKey(entry.Item))
            .ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        var numbers = corpus.Spellings.Select(spelling => byEntry.GetValueOrDefault(spelling, unknown)).ToArray();
        var text = new int[corpus.Text.Length];
        var counts = new double[entries.Length + SwedishModel.SpecialCount];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = corpus.Text[i] switch
            {
                CorpusCounts.NumberToken => number,
                CorpusCounts.BoundaryToken => boundary,
                CorpusCounts.SkippedToken => unknown,
                CorpusCounts.YearToken => year,
                var word => numbers[word],
            };
            counts[text[i]]++;
        }

        foreach (var (word, index) in byEntry) counts[index] = Math.Max(counts[index], lexicon[word]);
        return (text, counts);
    }

    /// <summary>The words that look like another once damaged, and <c>i</c>, which is read as the number 1.</summary>
    private static bool[] Confusable(string[] entries, Dictionary<string, int> lexicon)
    {
        var confusable = new bool[entries.Length + SwedishModel.SpecialCount];
        confusable[entries.Length] = true;
        var doubles = entries.Index()
            .Where(entry => lexicon.ContainsKey(entry.Item))
            .SelectMany(entry => ConfusionKeys.Looks(entry.Item).Distinct().Select(look => (Look: look, entry.Index, Count: lexicon[entry.Item])))
            .GroupBy(entry => entry.Look, StringComparer.Ordinal);
        foreach (var look in doubles)
        {
            var least = LeastShare * look.Max(word => word.Count);
            var words = look.Where(word => word.Count >= least).ToList();
            if (words.Count < 2 && look.Key != "i") continue;
            foreach (var word in words) confusable[word.Index] = true;
        }

        return confusable;
    }

    private static byte[] Bytes<T>(T[] numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
}
