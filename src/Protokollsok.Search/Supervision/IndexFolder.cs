using System.Globalization;

namespace Protokollsok.Search.Supervision;

/// <summary>
/// Where in an index folder the index lies: in the folder itself, or, once it has been made again beside the old one, in <c>g1</c>, <c>g2</c> …;
/// the file <c>generation</c> says which. It changes in one step, so that a kill leaves the one or the other whole.
/// </summary>
internal sealed class IndexFolder(string root)
{
    private readonly string _pointer = Path.Combine(root, "generation");

    public string Root { get; } = root;

    public int Generation =>
        File.Exists(_pointer) && int.TryParse(File.ReadAllText(_pointer), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string Current => Of(Generation);

    /// <summary>Where the next one is made.</summary>
    public string Next => Of(Generation + 1);

    /// <summary>From now on the next one is the current one.</summary>
    public void Advance()
    {
        var made = _pointer + ".tmp";
        using (var file = new FileStream(made, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes((Generation + 1).ToString(CultureInfo.InvariantCulture)));
            file.Flush(flushToDisk: true);
        }

        File.Move(made, _pointer, overwrite: true);
    }

    /// <summary>Removes the generations before the current one. What is still open elsewhere stays readable there.</summary>
    public void RemoveOlder()
    {
        var generation = Generation;
        if (generation == 0) return;
        foreach (var file in Directory.GetFiles(Root).Where(IsOfIndex)) File.Delete(file);
        for (var older = 1; older < generation; older++)
            if (Directory.Exists(Of(older))) Directory.Delete(Of(older), recursive: true);
    }

    private static bool IsOfIndex(string path) =>
        Path.GetFileName(path) is "write.lock" || Path.GetFileName(path) is ['_', ..] || Path.GetFileName(path).StartsWith("segments", StringComparison.Ordinal);

    private string Of(int generation) => generation == 0 ? Root : Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"g{generation}"));
}
