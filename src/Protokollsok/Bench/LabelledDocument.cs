using System.Text.Json;
using System.Text.Json.Nodes;

namespace Protokollsok.Bench;

/// <summary>A document whose text is right, and where a person's labels for it lie.</summary>
/// <param name="Name">The folder's or the file's name.</param>
/// <param name="Pages">The pages' texts, in order.</param>
/// <param name="TruthFile">The labels, JSON in the record's names.</param>
internal sealed record LabelledDocument(string Name, IReadOnlyList<string> Pages, string TruthFile)
{
    /// <summary>
    /// All labelled documents of a folder: folders that hold <c>page-1.txt</c>, <c>page-2.txt</c> … and <c>truth.json</c> (below
    /// <c>documents/</c>, if there is such a folder), and flat pairs <c>NAME.txt</c> (a form feed between its pages) and <c>NAME.json</c>.
    /// </summary>
    /// <param name="texts">Where the texts of a flat pair lie when not beside its labels; their <c>source</c> then names the text file.</param>
    /// <exception cref="WrongUseException">There is nothing labelled in it.</exception>
    public static IReadOnlyList<LabelledDocument> In(string folder, string? texts = null)
    {
        var inner = Path.Combine(folder, "documents");
        var root = Directory.Exists(inner) ? inner : folder;
        if (!Directory.Exists(root)) throw new WrongUseException($"There is no folder {root}.");
        LabelledDocument[] documents = [.. Folders(root), .. Pairs(root, texts ?? root)];
        if (documents.Length == 0) throw new WrongUseException($"Nothing in {root} is labelled: NAME/truth.json beside page-1.txt, or NAME.json beside NAME.txt, was expected.");
        return documents;
    }

    /// <param name="folder">One document's folder, with its <c>truth.json</c>.</param>
    public static LabelledDocument At(string folder) =>
        new(Path.GetFileName(folder), [.. Enumerable.Range(1, 10_000).Select(number => Path.Combine(folder, $"page-{number}.txt")).TakeWhile(File.Exists).Select(File.ReadAllText)], Path.Combine(folder, "truth.json"));

    private static IEnumerable<LabelledDocument> Folders(string root) =>
        Directory.GetDirectories(root).Where(folder => File.Exists(Path.Combine(folder, "truth.json"))).Order(StringComparer.Ordinal).Select(At);

    private static IEnumerable<LabelledDocument> Pairs(string root, string texts) =>
        from truth in Directory.GetFiles(root, "*.json").Order(StringComparer.Ordinal)
        let text = Path.Combine(texts, SourceOf(truth) ?? Path.GetFileNameWithoutExtension(truth) + ".txt")
        where File.Exists(text)
        select new LabelledDocument(Path.GetFileNameWithoutExtension(truth), File.ReadAllText(text).Split('\f'), truth);

    private static string? SourceOf(string truth)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(truth)) is JsonObject labels && labels["source"] is JsonValue source ? Path.GetFileName(source.ToString()) : null;
        }
        catch (JsonException fault)
        {
            throw new WrongUseException($"{truth} is no JSON: {fault.Message}");
        }
    }
}
