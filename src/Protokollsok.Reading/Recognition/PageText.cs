using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>Writes what was seen as the page's lines: marks at their beginnings, cells parted, spread letters closed up.</summary>
internal static class PageText
{
    /// <summary>
    /// Blanks wider than so many heights of a usual word, about 2¼ em, part cells: signatures side by side, the columns of a
    /// table. No justified line has such blanks.
    /// </summary>
    private const double CellGap = 3;

    /// <summary>A list mark stands alone before its wide blank and makes no cell: <c>1.</c>, <c>a)</c>, <c>12.</c>, <c>§</c>.</summary>
    private const int LongestMark = 3;

    /// <summary>What <c>swe</c>, and <c>Latin</c> on bad paper, print for a bullet; no line begins with one of these for itself.</summary>
    private static readonly SearchValues<char> Bullets = SearchValues.Create("»«+*•·°");

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    public static IReadOnlyList<LineReading> Of(IReadOnlyList<SeenLine> lines, CleanPage page)
    {
        var reading = new List<LineReading>();
        double cellGap = CellGap * SeenLine.UsualHeight(lines);
        foreach (var line in lines)
        {
            if (line.StartsBlock) reading.Add(new LineReading("", []));
            if (Line(LetterSpacing.Close(line.Words), cellGap, page) is { } full) reading.Add(full);
        }

        return LineGaps.Fold(reading);
    }

    private static LineReading? Line(IReadOnlyList<SeenWord> words, double cellGap, CleanPage page)
    {
        var text = new LineText();
        for (int i = 0; i < words.Count; i++)
        {
            bool startsCell = i > 0 && IsGap(i) && (i > 1 || words[0].Text.Length > LongestMark);
            bool isCell = (i == 0 || IsGap(i)) && (i + 1 == words.Count || IsGap(i + 1));
            string seen = isCell ? PageMark.Mend(words[i].Text) : words[i].Text;
            if (i == 0 && words.Count > 1) seen = WithMark(seen);
            // swe has no en dash and prints an em dash for it, which Swedish documents hardly use.
            text.Add(seen.Replace('—', '–'), page.ToUntouched(words[i].Box), words[i].Confidence, words[i].Witness, startsCell);
        }

        return text.ToLine();

        bool IsGap(int index) => words[index].Box.X - words[index - 1].Box.Right > cellGap;
    }

    /// <summary>The first word of a line as print has it: one bullet, or a dash and the word that swallowed it, twice seen.</summary>
    private static string WithMark(string word)
    {
        if (!word.AsSpan().ContainsAnyExcept(Bullets)) return "•";
        int dashes = word.AsSpan().IndexOfAnyExcept(Dashes);
        return dashes switch
        {
            < 0 when word.Length > 1 => word[..1],
            > 1 when char.IsLetter(word[dashes]) => $"{word[0]} {word[dashes..]}",
            _ => word,
        };
    }
}
