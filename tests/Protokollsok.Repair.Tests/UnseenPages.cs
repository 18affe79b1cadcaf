using Protokollsok.Documents;

namespace Protokollsok.Repair.Tests;

/// <summary>Pages of invented documents, typeset and read by an engine without Swedish (<c>testdata/noise</c>): what was printed beside what was read. No model has seen them.</summary>
public sealed class UnseenPages
{
    private readonly List<(string[] Read, string[] Printed)> _documents = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "noise"), "*.read.txt")
        .Order(StringComparer.Ordinal)
        .Select(file => (Pages(file), Pages(file.Replace(".read.", ".printed.", StringComparison.Ordinal))))];

    public IReadOnlyList<(string[] Read, string[] Printed)> Documents => _documents;

    private static string[] Pages(string file) => Nfc.Of(File.ReadAllText(file)).Split('\f');
}
