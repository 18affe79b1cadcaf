using System.Buffers;

namespace Protokollsok.Search.Words;

/// <summary>
/// What a word may look like once an engine without Swedish has read it, and what may have stood where such a look was read: for each letter
/// the texts that can stand in its place. Measured on Tesseract's <c>eng</c>: å, ä and ö become a, o, d, é, i, &amp;, now and then a digit or #.
/// </summary>
internal static class Looks
{
    private const int ShortestWord = 3;

    /// <summary>Above this a pattern would cost more than it finds.</summary>
    private const int LongestWord = 40;

    private static readonly SearchValues<char> Doubtful = SearchValues.Create("adiéo&#461");

    /// <summary>How a sound word may have been read; null for one that keeps its looks: too short, or without å ä ö.</summary>
    public static string[][]? Damaged(string word) =>
        word.Length is < ShortestWord or > LongestWord || !word.AsSpan().ContainsAny('å', 'ä', 'ö') ? null : [.. word.Select(Read)];

    /// <summary>Which words may have been read so; null where nothing of it can be damage.</summary>
    public static string[][]? Sound(string word) =>
        word.Length is < ShortestWord or > LongestWord || !word.AsSpan().ContainsAny(Doubtful) ? null : [.. word.Select(Printed)];

    private static string[] Read(char letter) => letter switch
    {
        'å' => ["å", "a", "d", "é", "i", "&"],
        'ä' => ["ä", "a", "d", "é", "i", "&", "4", "#", "éd"],
        'ö' => ["ö", "o", "d", "é", "6", "&"],
        'i' or 'l' => [letter.ToString(), "1"],
        _ => [letter.ToString()],
    };

    private static string[] Printed(char letter) => letter switch
    {
        'a' => ["a", "å", "ä"],
        'o' => ["o", "ö"],
        'd' or 'é' or '&' => [letter.ToString(), "å", "ä", "ö"],
        'i' => ["i", "å", "ä"],
        '6' => ["6", "ö"],
        '4' or '#' => [letter.ToString(), "ä"],
        '1' => ["1", "i", "l"],
        _ => [letter.ToString()],
    };
}
