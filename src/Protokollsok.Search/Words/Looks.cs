using System.Buffers;

namespace Protokollsok.Search.Words;

/// <summary>
/// What a word may look like once an engine without Swedish has read it, and what may have stood where such a look was read: for each letter
/// the texts that can stand in its place. Measured on Tesseract's <c>eng</c>: å, ä and ö become a, o, d, é, i, &amp;, now and then a digit or #;
/// on grey and faint pages <c>swe</c> takes dots for a ring and a ring for dots.
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

    /// <summary>Each letter as typed, and with or without its dots or accent.</summary>
    public static string[][] WithAndWithoutDots(string text) => [.. text.EnumerateRunes().Select(rune => Dotted(rune.ToString()))];

    private static string[] Dotted(string letter) => letter switch
    {
        "a" or "å" or "ä" or "á" or "à" => ["a", "å", "ä", "á", "à"],
        "o" or "ö" or "ø" => ["o", "ö", "ø"],
        "e" or "é" or "è" => ["e", "é", "è"],
        "u" or "ü" => ["u", "ü"],
        _ => [letter],
    };

    private static string[] Read(char letter) => letter switch
    {
        'å' => ["å", "a", "d", "é", "i", "&", "ä"],
        'ä' => ["ä", "a", "d", "é", "i", "&", "4", "#", "éd", "å"],
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
