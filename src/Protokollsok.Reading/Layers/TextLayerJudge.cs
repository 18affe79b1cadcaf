using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>
/// Whether a page's text layer can be believed. Over a page image it is somebody's reading of it, and the image is there to be read
/// better; without one it is what the writer wrote, and goes only if it is garbage (a font without a map), for then what people see
/// can be read from the rendered page. Thresholds: testdata/make/layers.py makes what they were found on.
/// </summary>
internal static class TextLayerJudge
{
    /// <summary>With fewer letters there is not enough to tell a language by.</summary>
    private const int FewLetters = 60;

    /// <summary>From here on it is worth reading an image whose layer has no å ä ö; half of such short Swedish texts have none.</summary>
    private const int SomeLetters = 20;

    /// <summary>From here on a Swedish text without any å ä ö does not occur (normal: 2.9–5 % of letters).</summary>
    private const int ManyLetters = 200;

    /// <summary>From here on none of å ä ö is missing.</summary>
    private const int ManyMoreLetters = 500;

    /// <summary>Below this share on <see cref="ManyLetters"/> the reader of the image knew Swedish badly.</summary>
    private const double LeastSwedish = 0.01;

    /// <summary>Bits a letter: Swedish has 2.8–3.4, English 3.9, letters shifted by a constant 7 and more.</summary>
    private const double MostCost = 4.6;

    /// <summary>Words of unlikely letters: 0–6 % on sound pages, lists of names included.</summary>
    private const double MostUnlikely = 0.12;

    /// <summary>Share of words with a digit or an ampersand between letters (<c>R&amp;d</c>, <c>6ppen</c>, <c>16pande</c>).</summary>
    private const double MostMixed = 0.03;

    /// <summary>With more broken characters than this the words that are left are not worth mending.</summary>
    private const double MostMendable = 0.15;

    /// <summary>So many digits without a zero are not chance.</summary>
    private const int ManyDigits = 12;

    /// <summary>One word that lost its dots may be an abbreviation or a name.</summary>
    private const int SomeFolded = 2;

    /// <summary>Fewer letters of Swedish's neighbours than this, or a smaller share, are a name: Bjørn Sørensen.</summary>
    private const int SomeForeign = 3;

    private const double MostForeign = 0.005;

    public static Verdict Of(IReadOnlyList<LineReading> layer, bool hasPageImage)
    {
        if (layer.Count == 0) return Verdict.Replace("no text layer");
        var page = new LayerCounts(layer);
        if (page.OtherScript * 2 > page.Letters && !hasPageImage) return Verdict.Keep("text layer in another script");
        if (page.Letters >= FewLetters && page.Cost > MostCost)
            return Verdict.Replace(string.Create(CultureInfo.InvariantCulture, $"text layer has the letters of no language ({page.Cost:F1} bits a letter)"));
        if (page.Broken > (page.Letters + page.Broken) * MostMendable) return Verdict.Replace("text layer has characters without meaning");
        if (page.LostZeros > 0 && page.Zeros == 0 && page.Digits >= ManyDigits) return Verdict.Replace("text layer has lost its zeros");
        if (hasPageImage && OfReading(page) is { } fault) return fault;
        return page.Broken > 0 ? Verdict.Mend($"text layer has {page.Broken} characters without meaning")
            : Verdict.Keep(hasPageImage ? "text layer over an image, judged good" : "text layer of the writer's own");
    }

    /// <summary>What speaks against somebody's reading of an image.</summary>
    private static Verdict? OfReading(LayerCounts page)
    {
        if (IsForeign(page)) return Verdict.Replace($"text layer over an image has {page.Foreign} letters of other languages");
        if (!page.IsEnglish && LacksSwedish(page))
            return Verdict.Replace($"text layer over an image has {page.Diacritics} å ä ö in {page.Letters} letters");
        if (page.Mixed > Math.Max(1, page.Words * MostMixed)) return Verdict.Replace($"text layer over an image has {page.Mixed} words mixed of letters and digits");
        if (page.Letters >= FewLetters && page.UnlikelyShare > MostUnlikely + page.UnlikelyChance(MostUnlikely))
            return Verdict.Replace(string.Create(CultureInfo.InvariantCulture, $"text layer over an image has {page.UnlikelyShare:P0} unlikely words"));
        return !page.HasSection && (page.LostSections > 0 || page.HasBareSections) ? Verdict.Mend("text layer over an image has lost its section signs") : null;
    }

    /// <summary>Danish letters are names in a Swedish text, or stand for the Swedish ones; then they are many, and those few.</summary>
    private static bool IsForeign(LayerCounts page) =>
        page.Foreign >= SomeForeign && page.Foreign > page.Letters * MostForeign && page.Foreign * 2 > page.Diacritics;

    private static bool LacksSwedish(LayerCounts page) =>
        page.FoldedWords >= SomeFolded
        || (page.Letters >= Math.Max(SomeLetters, page.Digits) && page.Diacritics == 0)
        || (page.Letters >= ManyLetters && page.Diacritics < page.Letters * LeastSwedish)
        || (page.Letters >= ManyMoreLetters && page.RarestDiacritic == 0);
}
