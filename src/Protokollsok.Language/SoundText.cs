namespace Protokollsok.Language;

/// <summary>A sound page as its words, for counting: lower case, with marks for what stands between them.</summary>
internal static class SoundText
{
    private const string Wrapping = ".,;:!?()\"”“’'»«", Closing = "\"”’)»";

    /// <summary>What is longer was glued together.</summary>
    private const int LongestWord = 64;

    /// <summary>The page's words of letters in their order; between them <see cref="LocalPairs.Number"/>, <see cref="LocalPairs.Year"/>, <see cref="LocalPairs.Boundary"/> or <see langword="null"/> for anything else.</summary>
    public static List<string?> Of(string page)
    {
        var row = new List<string?> { LocalPairs.Boundary };
        foreach (var line in page.AsSpan().EnumerateLines()) AddLine(line.Trim(), row);
        AddBoundary(row);
        return row;
    }

    /// <summary>Whether it is a word that is worth counting by itself.</summary>
    public static bool IsWord(string? token) => token is { Length: > 1 } && char.IsLetter(token[0]);

    private static void AddLine(ReadOnlySpan<char> line, List<string?> row)
    {
        if (line.IsEmpty || !char.IsLower(line[0])) AddBoundary(row);
        var isBroken = line.EndsWith("-");
        foreach (var range in line.Split(' '))
        {
            var chunk = line[range];
            if (chunk.IsEmpty) continue;
            row.Add(isBroken && range.End.Value == line.Length ? null : TokenOf(chunk.Trim(Wrapping)));
            if (IsSentenceEnd(chunk)) AddBoundary(row);
        }
    }

    private static string? TokenOf(ReadOnlySpan<char> core)
    {
        if (core.IsEmpty || core.Length > LongestWord) return null;
        foreach (var letter in core)
        {
            if (char.IsLetter(letter)) continue;
            return SwedishModel.IsYear(core) ? LocalPairs.Year : char.IsAsciiDigit(core[0]) ? LocalPairs.Number : null;
        }

        return core.ToString().ToLowerInvariant();
    }

    private static bool IsSentenceEnd(ReadOnlySpan<char> chunk) => chunk.TrimEnd(Closing) is [.., '.' or '!' or '?' or ':'];

    private static void AddBoundary(List<string?> row)
    {
        if (row is not [.., LocalPairs.Boundary]) row.Add(LocalPairs.Boundary);
    }
}
