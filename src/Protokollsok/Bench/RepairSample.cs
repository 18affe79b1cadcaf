using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>A document to measure repair on.</summary>
/// <param name="Printed">What was printed, by page.</param>
/// <param name="Read">What an engine without Swedish read of it, by page; <see langword="null"/> where nobody read it.</param>
internal sealed record RepairSample(string Name, IReadOnlyList<string> Printed, IReadOnlyList<string>? Read)
{
    private const string PrintedEnd = ".printed.txt", ReadEnd = ".read.txt", DocumentMark = "### ";

    /// <summary>Lines to a page where a text has no pages.</summary>
    private const int Lines = 45;

    /// <summary>
    /// A folder as <c>testdata/make/noise.py</c> makes it (<c>NAME.printed.txt</c> beside <c>NAME.read.txt</c>); any other <c>*.txt</c> in it is sound text,
    /// pages between U+000C, documents after <c>### id</c>.
    /// </summary>
    public static List<RepairSample> InFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new WrongUseException($"There is no folder {folder}.");
        var files = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Where(file => !file.EndsWith(ReadEnd, StringComparison.Ordinal));
        return [.. files.SelectMany(OfFile).Where(sample => sample.Printed.Any(page => page.Any(char.IsLetter)))];
    }

    /// <summary>The project's own: documents of testdata, and pages of invented text with what was read of them.</summary>
    public static List<RepairSample> BuiltIn(string testdata)
    {
        var documents = Path.Combine(testdata, "documents");
        var printed = Directory.Exists(documents) ? Directory.EnumerateDirectories(documents).Order(StringComparer.Ordinal).Select(OfDocument) : [];
        var noise = Path.Combine(testdata, "noise");
        return [.. printed.Where(sample => sample.Printed.Count > 0), .. Directory.Exists(noise) ? InFolder(noise) : []];
    }

    private static IEnumerable<RepairSample> OfFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (!file.EndsWith(PrintedEnd, StringComparison.Ordinal)) return Texts(name, file);
        var read = file[..^PrintedEnd.Length] + ReadEnd;
        return [new RepairSample(name, Pages(File.ReadAllText(file)), File.Exists(read) ? Pages(File.ReadAllText(read)) : null)];
    }

    private static IEnumerable<RepairSample> Texts(string name, string file)
    {
        var text = File.ReadAllText(file);
        if (text.Contains('\f', StringComparison.Ordinal)) return [new RepairSample(name, Pages(text), null)];
        var documents = new List<List<string>> { new() };
        foreach (var line in Nfc.Of(text).Split('\n'))
        {
            if (line.StartsWith(DocumentMark, StringComparison.Ordinal)) documents.Add([]);
            else documents[^1].Add(line);
        }

        return documents.Select(lines => new RepairSample(name, [.. lines.Chunk(Lines).Select(page => string.Join('\n', page))], null));
    }

    private static RepairSample OfDocument(string folder)
    {
        var pages = Enumerable.Range(1, 10_000).Select(number => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"page-{number}.txt"))).TakeWhile(File.Exists);
        return new RepairSample(Path.GetFileName(folder), [.. pages.Select(File.ReadAllText).Select(Nfc.Of)], null);
    }

    private static string[] Pages(string text) => Nfc.Of(text).Split('\f');
}
