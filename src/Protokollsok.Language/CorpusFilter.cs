namespace Protokollsok.Language;

/// <summary>
/// Keeps damaged and foreign text out of the counts. In sound Swedish 2.9–5 % of the letters are å, ä or ö; texts that lost them, English
/// ones and lists of file names have next to none.
/// </summary>
internal static class CorpusFilter
{
    private const double LowestLineRate = 0.008, LowestDocumentRate = 0.02;

    /// <summary>From this many letters on, a line without å ä ö is no chance (4 in 1,000).</summary>
    private const int LongLine = 120;

    private const int LongDocument = 400;

    public static bool IsSound(string line)
    {
        var (letters, swedish) = Rate(line);
        var isForeign = line.AsSpan().ContainsAny("æøÆØ\uFFFD");
        var isFileName = line.Count(c => c == '_') > 1;
        return !isForeign && !isFileName && (letters < LongLine || swedish >= letters * LowestLineRate);
    }

    public static bool IsSwedish(IReadOnlyList<string> document)
    {
        var (letters, swedish) = (0, 0);
        foreach (var line in document)
        {
            var (more, moreSwedish) = Rate(line);
            letters += more;
            swedish += moreSwedish;
        }

        return document.Count > 0 && (letters < LongDocument || swedish >= letters * LowestDocumentRate);
    }

    private static (int Letters, int Swedish) Rate(string text)
    {
        var (letters, swedish) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö') swedish++;
        }

        return (letters, swedish);
    }
}
