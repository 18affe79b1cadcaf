using Protokollsok.Language.Words;

namespace Protokollsok.Language.Tests.Words;

/// <summary>The tables beside this file, and an analyzer on their lexicon.</summary>
internal static class WordTables
{
    private static readonly Dictionary<string, int> Counts = Lines("lexicon")
        .Select(line => line.Split(' '))
        .ToDictionary(fields => fields[0], fields => int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Counts.GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordAnalyzer Analyzer { get; } = new(Count);

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

    public static int Count(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var count) ? count : 0;
}
