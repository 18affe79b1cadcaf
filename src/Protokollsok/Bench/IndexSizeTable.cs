using System.Globalization;
using Protokollsok.Cli;
using Protokollsok.Search;

namespace Protokollsok.Bench;

/// <summary>How large an index is, by what is in it: each layer of the analysis, and the rest by the files that it lies in.</summary>
internal static class IndexSizeTable
{
    /// <summary>What a kind of file holds; the three that the layers share are told by layer.</summary>
    private static readonly (string Name, string[] Extensions)[] Files =
    [
        ("what a hit shows", [".fdt", ".fdx", ".fdm"]), ("sort and facets", [".dvd", ".dvm"]), ("dates and sums", [".kdd", ".kdi", ".kdm"]), ("lengths of texts", [".nvd", ".nvm"]),
    ];

    /// <param name="text">Bytes of the text that it was made of.</param>
    public static async Task WriteAsync(SearchIndex index, string folder, long text, CancellationToken cancel)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is not (".jsa" or ".lock"))
            .GroupBy(file => file.Extension).ToDictionary(same => same.Key, same => same.Sum(file => file.Length));
        long Size(params string[] extensions) => extensions.Sum(extension => files.GetValueOrDefault(extension));
        var all = files.Values.Sum();
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"text {text / 1e6:F1} MB, index {all / 1e6:F1} MB: {(double)all / text:F2} x text (aim 2)"));
        var layers = await index.SizesAsync(cancel);
        var letters = layers.Sum(layer => layer.Letters);
        var told = 0L;
        void Tell(string name, long size)
        {
            told += size;
            Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-18}{size / 1e6,8:F1} MB{(double)size / text,7:F2}"));
        }

        // The dictionary is shared by the letters of the terms in it, which is near enough; entries and positions are exact.
        foreach (var layer in layers.OrderByDescending(layer => layer.Entries))
            Tell(layer.Layer, layer.Entries + layer.Positions + (long)((double)Size(".tim", ".tip", ".tmd") * layer.Letters / Math.Max(1, letters)));
        foreach (var (name, extensions) in Files) Tell(name, Size(extensions));
        Tell("other", all - told);
    }
}
