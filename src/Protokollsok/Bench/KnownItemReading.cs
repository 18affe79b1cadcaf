using System.Text;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Bench;

/// <summary>What the pipeline makes of a scan, kept between runs where a folder for it is given.</summary>
internal static class KnownItemReading
{
    /// <param name="kept">To be emptied when reading, repair or extraction change.</param>
    public static async Task<DocumentRecord> ReadAsync(string path, string? kept, Tools tools, CancellationToken cancel)
    {
        var name = kept is null ? null : Path.Combine(kept, DocumentId.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(path))).Hex + ".json");
        if (name is not null && File.Exists(name)) return DocumentsJson.Parse<DocumentRecord>(await File.ReadAllBytesAsync(name, cancel));
        await using var original = File.OpenRead(path);
        var reading = await tools.Reader.ReadAsync(path, ct: cancel);
        var record = tools.Understanding.Understand(await DocumentId.OfAsync(original, cancel), Path.GetFileName(path), original.Length, reading);
        if (name is null) return record;
        Directory.CreateDirectory(kept!);
        await File.WriteAllBytesAsync(name, DocumentsJson.ToUtf8(record), cancel);
        return record;
    }
}
