using System.Text.Json.Nodes;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Bench;

/// <summary>A scan, and what is printed on its pages.</summary>
/// <param name="Path">Of the file.</param>
/// <param name="Damage">What was done to it: <c>fax</c>.</param>
/// <param name="Dpi">Dots per inch of its page images.</param>
/// <param name="Pages">The text of each page as printed.</param>
internal sealed record ReadingSample(string Path, string Damage, int Dpi, IReadOnlyList<string> Pages)
{
    /// <summary>File names of a folder of scans begin with one of these.</summary>
    private static readonly Dictionary<string, string> Levels = new(StringComparer.Ordinal)
    {
        ["L0"] = "clean",
        ["L1"] = "noise",
        ["L2"] = "grey",
        ["L3"] = "fax",
    };

    public string Kind => $"{Damage} {Dpi}";

    /// <summary>Whether its pages are images, so that others can be let loose on them.</summary>
    public bool IsImageOnly => Path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && Damage is not ("bad-layer" or "born-digital");

    /// <summary>
    /// The printed text with what is understood of it: furniture, amounts. What is in it is told by the same rules as of what was read, so
    /// that the rules are not measured here.
    /// </summary>
    public DocumentRecord Printed() => MinutesExtractor.Extract(new DocumentRecord
    {
        Id = DocumentId.Of([]),
        Source = new Source(System.IO.Path.GetFileName(Path), 0, "text/plain", Pages.Count),
        Pages = [.. Pages.Select((text, index) => new PageRecord(index + 1, text, PageOrigin.TextFile, 1, null, null, null, [], []))],
    });

    /// <summary>
    /// The scans of a folder: <c>scans/manifest.json</c> and <c>documents/NAME/page-N.txt</c>, as in testdata, or
    /// <c>image-only/KIND_DPI_NAME.pdf</c> and <c>truth/NAME-N.txt</c>, or pages <c>KIND_DPI_NAME.png</c> with their texts beside them, as
    /// <c>testdata/make/signs.py</c> makes them.
    /// </summary>
    /// <exception cref="WrongUseException">It is none of these.</exception>
    public static IReadOnlyList<ReadingSample> In(string folder)
    {
        string manifest = System.IO.Path.Combine(folder, "scans", "manifest.json"), images = System.IO.Path.Combine(folder, "image-only");
        return File.Exists(manifest) ? OfManifest(folder, JsonNode.Parse(File.ReadAllText(manifest))!.AsObject())
            : Directory.Exists(images) ? [.. Directory.EnumerateFiles(images, "*.pdf").Order(StringComparer.Ordinal).Select(file => OfName(folder, file))]
            : Directory.Exists(folder) && Directory.GetFiles(folder, "*_*_*.png") is { Length: > 0 } pages ? [.. pages.Order(StringComparer.Ordinal).Select(OfPage)]
            : throw new WrongUseException($"There is neither {manifest} nor {images} nor a KIND_DPI_NAME.png: a folder of scans with their texts was expected.");
    }

    private static List<ReadingSample> OfManifest(string folder, JsonObject manifest) =>
        [.. manifest.Where(scan => !scan.Key.EndsWith(".txt", StringComparison.Ordinal)).Select(scan => new ReadingSample(
            System.IO.Path.Combine(folder, "scans", scan.Key),
            (string)scan.Value!["damage"]!,
            (int?)scan.Value["dpi"] ?? 300,
            Texts(System.IO.Path.Combine(folder, "documents", (string)scan.Value["document"]!, "page-"))))];

    private static ReadingSample OfName(string folder, string file)
    {
        var (damage, dpi, name) = Named(file);
        var pages = Texts(System.IO.Path.Combine(folder, "truth", name + "-"));
        if (pages.Count == 0) throw new WrongUseException($"There is no text {name}-1.txt of {file}.");
        return new ReadingSample(file, damage, dpi, pages);
    }

    private static ReadingSample OfPage(string file)
    {
        var (damage, dpi, _) = Named(file);
        string text = System.IO.Path.ChangeExtension(file, ".txt");
        return File.Exists(text) ? new ReadingSample(file, damage, dpi, [Nfc.Of(File.ReadAllText(text))]) : throw new WrongUseException($"There is no text {text}.");
    }

    private static (string Damage, int Dpi, string Name) Named(string file)
    {
        var parts = System.IO.Path.GetFileNameWithoutExtension(file).Split('_', 3);
        return parts.Length == 3 && int.TryParse(parts[1], out int dpi) ? (Levels.GetValueOrDefault(parts[0], parts[0]), dpi, parts[2])
            : throw new WrongUseException($"{file} is not named KIND_DPI_NAME.");
    }

    private static List<string> Texts(string stem) =>
        [.. Enumerable.Range(1, int.MaxValue).Select(page => $"{stem}{page}.txt").TakeWhile(File.Exists).Select(file => Nfc.Of(File.ReadAllText(file)))];
}
