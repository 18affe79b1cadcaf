using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>
/// Whether a page's text layer can be believed. Over a page image it is somebody's reading of it, and the image is there to be read
/// better; without one it is what the writer wrote, and goes only if it is garbage (a font without a map), for then what people see
/// can be read from the rendered page.
/// </summary>
internal static class TextLayerJudge
{
    /// <summary>A layer over an image with fewer letters is a stamp or a page mark, not the page.</summary>
    private const int FewLetters = 50;

    /// <summary>From here on a Swedish text without any å ä ö does not occur (normal: 2.9–5 % of letters).</summary>
    private const int ManyLetters = 200;

    /// <summary>Below this share on <see cref="ManyLetters"/> the reader of the image knew Swedish badly.</summary>
    private const double LeastSwedish = 0.01;

    private const double MostBroken = 0.005;
    private const double MostBrokenBorn = 0.02;

    /// <summary>Share of words with a digit or an ampersand between letters (<c>R&amp;d</c>, <c>6ppen</c>, <c>16pande</c>).</summary>
    private const double MostMixed = 0.03;

    /// <summary>
    /// Cosine of the page's letters to those of Swedish. Swedish pages have .95 and more, English .9, letters shifted by
    /// a constant .3–.6.
    /// </summary>
    private const double LeastLikeness = 0.75;

    /// <summary>Per mille of letters in Swedish, a to z, å ä ö (newspaper text, public counts).</summary>
    private static readonly double[] Swedish =
        [94, 15, 15, 47, 102, 20, 29, 21, 58, 6, 31, 53, 35, 85, 45, 18, 0, 84, 66, 77, 19, 24, 1, 2, 7, 1, 13, 18, 13];

    /// <param name="Keep">Whether the layer is the page's text.</param>
    /// <param name="Reason">For the history.</param>
    public readonly record struct Verdict(bool Keep, string Reason);

    public static Verdict Of(IReadOnlyList<LineReading> layer, bool hasPageImage)
    {
        if (layer.Count == 0) return new Verdict(false, "no text layer");
        var page = Count(layer);
        if (page.Broken > (page.Letters + page.Broken) * (hasPageImage ? MostBroken : MostBrokenBorn)) return new Verdict(false, "text layer has characters without meaning");
        if (page.Letters >= ManyLetters && page.Likeness < LeastLikeness)
            return new Verdict(false, string.Create(CultureInfo.InvariantCulture, $"text layer has the letters of no language (likeness {page.Likeness:F2})"));
        if (!hasPageImage) return new Verdict(true, "text layer of the writer's own");
        if (page.Letters < FewLetters) return new Verdict(false, "text layer over an image has hardly a letter");
        if (page.Letters >= ManyLetters && page.Diacritics < page.Letters * LeastSwedish)
            return new Verdict(false, string.Create(CultureInfo.InvariantCulture, $"text layer over an image has {page.Diacritics} å ä ö in {page.Letters} letters"));
        if (page.Mixed > Math.Max(1, page.Words * MostMixed)) return new Verdict(false, $"text layer over an image has {page.Mixed} words mixed of letters and digits");
        return new Verdict(true, "text layer over an image, judged good");
    }

    private static Counts Count(IReadOnlyList<LineReading> layer)
    {
        var histogram = new double[Swedish.Length];
        int letters = 0, broken = 0, words = 0, mixed = 0;
        foreach (var word in layer.SelectMany(line => line.Words.Select(word => line.Text.Substring(word.Start, word.Length))))
        {
            words++;
            if (IsMixed(word)) mixed++;
            foreach (char c in word)
            {
                if (char.IsLetter(c)) letters++;
                if (Index(char.ToLowerInvariant(c)) is >= 0 and var index) histogram[index]++;
                if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.Control) broken++;
            }
        }

        return new Counts(letters, (int)histogram[^3..].Sum(), broken, words, mixed, Cosine(histogram, Swedish));
    }

    /// <summary>A letter on both sides of something that is none, or a digit before a small letter in a word of letters.</summary>
    private static bool IsMixed(string word)
    {
        for (int i = 0; i + 2 < word.Length; i++)
        {
            if (char.IsLetter(word[i]) && (char.IsAsciiDigit(word[i + 1]) || word[i + 1] == '&') && char.IsLower(word[i + 2])) return true;
        }

        return word.Length > 2 && char.IsAsciiDigit(word[0]) && word.AsSpan(1).ContainsAnyInRange('a', 'z') && word.Skip(2).All(char.IsLower);
    }

    private static int Index(char c) => c switch { >= 'a' and <= 'z' => c - 'a', 'å' => 26, 'ä' => 27, 'ö' => 28, _ => -1 };

    private static double Cosine(double[] one, double[] other)
    {
        double product = 0, first = 0, second = 0;
        for (int i = 0; i < one.Length; i++)
        {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }

        return first == 0 ? 0 : product / Math.Sqrt(first * second);
    }

    /// <param name="Diacritics">å ä ö.</param>
    /// <param name="Broken">Characters that stand for no character.</param>
    /// <param name="Likeness">0–1: <see cref="LeastLikeness"/>.</param>
    private readonly record struct Counts(int Letters, int Diacritics, int Broken, int Words, int Mixed, double Likeness);
}
