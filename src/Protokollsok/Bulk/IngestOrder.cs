using System.Text.Json.Serialization;

namespace Protokollsok.Bulk;

/// <summary>Files and folders that are to be taken in.</summary>
/// <param name="Paths">Absolute.</param>
/// <param name="Manifest">Absolute; <see langword="null"/>: nothing is known of the files.</param>
/// <param name="Who">The user of the operating system who asks.</param>
internal sealed record IngestOrder(IReadOnlyList<string> Paths, string? Manifest, string Who)
{
    /// <summary>Those of the folders in which something lay when it was asked: a share that is away looks like an empty folder.</summary>
    public IReadOnlyList<string> Filled { get; init; } = [];

    /// <summary>The same text for the same files and folders, by which an intake that was cut short goes on.</summary>
    [JsonIgnore]
    public string What => string.Join('\n', Paths.Order(StringComparer.Ordinal).Append(Manifest ?? ""));

    /// <summary>An order for what lies there now.</summary>
    public static IngestOrder For(IEnumerable<string> paths, string? manifest, string who)
    {
        List<string> full = [.. paths.Select(Path.GetFullPath)];
        return new IngestOrder(full, manifest is null ? null : Path.GetFullPath(manifest), who) { Filled = [.. full.Where(IsFilled)] };
    }

    /// <summary>What is away of it: a path, and why it is taken for away; <see langword="null"/> if all is there.</summary>
    public string? Away()
    {
        if (Manifest is not null && !File.Exists(Manifest)) return $"the manifest {Manifest} is not there";
        foreach (var path in Paths)
        {
            if (Filled.Contains(path) && !IsFilled(path)) return $"{path} is {(Directory.Exists(path) ? "empty, and was not when it was asked" : "not there")}";
            // A single file may have been taken away; its whole folder is away with a share.
            if (!Path.Exists(path) && !IsFilled(Path.GetDirectoryName(path) ?? path)) return $"{path} is not there, nor anything beside it";
        }

        return null;
    }

    private static bool IsFilled(string path)
    {
        try
        {
            return Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
