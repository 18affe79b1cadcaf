using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>
/// Undoes a font map in which every letter stands a constant away from where it should: a font that was embedded without a map, whose
/// glyph numbers are taken for code points. Beyond the constant there is one other order in use, that of the glyphs in Apple's fonts, in which
/// å ä ö are elsewhere.
/// </summary>
internal static class ShiftedFont
{
    private const int Furthest = 96;

    /// <summary>With fewer letters than this the right shift cannot be told for certain.</summary>
    private const int LeastLetters = 80;

    /// <summary>Below this many bits a letter nothing is shifted.</summary>
    private const double LeastSuspectCost = 4.6;

    /// <summary>Bits a letter that decoded Swedish may have, and that the next best shift may not come near.</summary>
    private const double MostCost = 3.7, LeastLead = 1;

    /// <summary>Characters 0x80–0xFF of Mac OS Roman, whose order the glyphs of Apple's fonts follow, one place closer.</summary>
    private const string MacRoman = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    private const int GlyphShift = 29, FirstMacGlyph = 98;

    /// <summary>The layer as it should be, or <see langword="null"/> where that is not certain.</summary>
    public static (IReadOnlyList<LineReading> Lines, string How)? Decode(IReadOnlyList<LineReading> layer)
    {
        var words = layer.SelectMany(line => line.Words.Select(word => line.Text.Substring(word.Start, word.Length))).ToList();
        if (words.Sum(word => word.Length) < LeastLetters || new LayerCounts(layer).Cost <= LeastSuspectCost) return null;
        var ways = Enumerable.Range(-Furthest, (2 * Furthest) + 1).Where(by => by != 0)
            .Select(by => new Way(string.Create(CultureInfo.InvariantCulture, $"shifted by {by}"), by, letter => Shifted(letter, by)))
            .Append(new Way("in the order of glyphs", GlyphShift, OfGlyph))
            .Select(way => way with { Cost = Cost(words, way.Letter) }).OrderBy(way => way.Cost).ToList();
        var best = ways[0];
        if (best.Cost > MostCost || ways.First(way => way.By != best.By).Cost - best.Cost < LeastLead) return null;
        var lines = layer.Select(line => Line(line, best.Letter)).ToList();
        return IsWhole(lines) ? (lines, $"font map {best.How}, decoded") : null;
    }

    /// <summary>Poppler's control characters come as private ones (<see cref="Poppler.TextLayer"/>).</summary>
    private static char Shifted(char letter, int by) =>
        Poppler.TextLayer.Own(letter) + by is > ' ' - 1 and <= 0x2122 and var code && !char.IsControl((char)code) ? (char)code : '\uFFFD';

    private static char OfGlyph(char letter) => Poppler.TextLayer.Own(letter) is var glyph && glyph < FirstMacGlyph ? Shifted(letter, GlyphShift)
        : glyph - FirstMacGlyph < MacRoman.Length ? MacRoman[glyph - FirstMacGlyph] : '\uFFFD';

    /// <summary>Bits a letter, of words; what becomes no letter costs as much as one of no language.</summary>
    private static double Cost(List<string> words, Func<char, char> letter)
    {
        double cost = 0;
        int letters = 0;
        foreach (var word in words.Take(300))
        {
            foreach (var part in string.Concat(word.Select(letter)).Split(' '))
            {
                var core = part.AsSpan().Trim(".,;:()-–§%\"'/0123456789");
                cost += SwedishLetters.Cost(core);
                letters += core.Length + 1;
            }
        }

        return letters < LeastLetters ? double.MaxValue : cost / letters;
    }

    /// <summary>The words' boxes are parted where blanks come to light inside them.</summary>
    private static LineReading Line(LineReading line, Func<char, char> letter)
    {
        var decoded = new LineText();
        foreach (var word in line.Words)
        {
            string text = string.Concat(line.Text.AsSpan(word.Start, word.Length).ToString().Select(letter));
            for (int start = 0; start < text.Length;)
            {
                int end = text.IndexOf(' ', start) is >= 0 and var blank ? blank : text.Length;
                int left = word.Box.X + (word.Box.Width * start / text.Length), right = word.Box.X + (word.Box.Width * end / text.Length);
                decoded.Add(text[start..end], word.Box with { X = left, Width = Math.Max(1, right - left) }, word.Confidence, word.Witness);
                start = end + 1;
            }
        }

        return decoded.ToLine() ?? new LineReading("", []);
    }

    private static bool IsWhole(IEnumerable<LineReading> lines) => !lines.Any(line => line.Text.Contains('\uFFFD', StringComparison.Ordinal))
        && lines.Sum(line => line.Text.Count(letter => letter is 'å' or 'ä' or 'ö')) > 0;

    private sealed record Way(string How, int By, Func<char, char> Letter, double Cost = 0);
}
