using System.Text.Json.Nodes;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>A scan, and the document that it shows.</summary>
/// <param name="Document">All scans of one document have the same.</param>
/// <param name="Sample">Its file, its damage, and what is printed on its pages.</param>
internal sealed record KnownItemScan(string Document, ReadingSample Sample)
{
    private static readonly string[] TestdataFolders = ["scans", "more-scans"];

    private static readonly string[] ScanFolders = ["image-only", "bad-layer", "born"];

    /// <summary>
    /// All scans of a folder like testdata (<c>scans/</c>, <c>more-scans/</c>, their manifests and <c>documents/</c>), or of one with
    /// <c>truth/NAME-N.txt</c> and, of any of these documents, <c>image-only/KIND_DPI_NAME.pdf</c>, <c>bad-layer/NAME.pdf</c>, <c>born/NAME.pdf</c>.
    /// </summary>
    /// <exception cref="WrongUseException">It is neither.</exception>
    public static IReadOnlyList<KnownItemScan> In(string folder)
    {
        List<KnownItemScan> scans = [.. TestdataFolders.SelectMany(name => OfManifest(folder, name)), .. OfTruth(folder)];
        return scans.Count > 0 ? scans : throw new WrongUseException($"{folder} has neither scans/manifest.json nor truth/NAME-1.txt: a folder of scans with their texts was expected.");
    }

    private static IEnumerable<KnownItemScan> OfManifest(string folder, string scans)
    {
        var manifest = Path.Combine(folder, scans, "manifest.json");
        if (!File.Exists(manifest)) yield break;
        foreach (var (name, about) in JsonNode.Parse(File.ReadAllText(manifest))!.AsObject())
        {
            var document = (string)about!["document"]!;
            yield return Make(document, Path.Combine(folder, scans, name), (string)about["damage"]!, Path.Combine(folder, "documents", document, "page-"));
        }
    }

    private static IEnumerable<KnownItemScan> OfTruth(string folder)
    {
        var truth = Path.Combine(folder, "truth");
        if (!Directory.Exists(truth)) yield break;
        foreach (var kind in ScanFolders.Where(kind => Directory.Exists(Path.Combine(folder, kind))))
        {
            foreach (var file in Directory.GetFiles(Path.Combine(folder, kind), "*.pdf").Order(StringComparer.Ordinal))
            {
                var parts = Path.GetFileNameWithoutExtension(file).Split('_');
                if (File.Exists(Path.Combine(truth, $"{parts[^1]}-1.txt")))
                    yield return Make(parts[^1], file, parts.Length > 1 ? parts[0] : kind, Path.Combine(truth, parts[^1] + "-"));
            }
        }
    }

    private static KnownItemScan Make(string document, string file, string damage, string stem) => new(document, new ReadingSample(
        file, damage, 0, [.. Enumerable.Range(1, int.MaxValue).Select(page => $"{stem}{page}.txt").TakeWhile(File.Exists).Select(page => Nfc.Of(File.ReadAllText(page)))]));
}
