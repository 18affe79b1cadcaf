using System.Text.Json.Serialization;

namespace Protokollsok.Bulk;

/// <summary>Files and folders that are to be taken in.</summary>
/// <param name="Paths">Absolute.</param>
/// <param name="Manifest">Absolute; <see langword="null"/>: nothing is known of the files.</param>
/// <param name="Who">The user of the operating system who asks.</param>
internal sealed record IngestOrder(IReadOnlyList<string> Paths, string? Manifest, string Who)
{
    /// <summary>The same text for the same files and folders, by which an intake that was cut short goes on.</summary>
    [JsonIgnore]
    public string What => string.Join('\n', Paths.Order(StringComparer.Ordinal).Append(Manifest ?? ""));
}
