namespace Protokollsok.Language.Tests.Words;

/// <summary>The tables beside this file, and an analyzer with the program's own model.</summary>
internal static class WordTables
{
    private static readonly SwedishModel Model = SwedishModel.OpenDefault();

    public static WordAnalyzer Analyzer { get; } = NewAnalyzer();

    /// <summary>One that has not been asked anything.</summary>
    public static WordAnalyzer NewAnalyzer() => new(Model);

    /// <summary>Lines <c>key: value value</c>, as pairs of key and values.</summary>
    public static IEnumerable<(string Key, string[] Values)> Rows(string table) =>
        Lines(table).Select(line => line.Split(": ")).Select(fields => (fields[0], fields[1].Split(' ')));

    public static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(WordTables).Assembly.GetManifestResourceStream($"{table}.txt")
            ?? throw new FileNotFoundException($"There is no table {table}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
