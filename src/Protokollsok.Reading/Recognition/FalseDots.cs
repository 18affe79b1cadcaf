using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Specks over a letter that are no dots of it: as large as the dots of small print, where the print is not small, alone where å ä ö have two, and over
/// something wider than an i. Left where they are they make <c>ä</c> of <c>a</c> and <c>ri</c> of <c>n</c>: a third of what was wrong on fax pages.
/// </summary>
internal static class FalseDots
{
    /// <summary>Letters so many times as high as a speck have larger dots.</summary>
    private const double LetterToSpeck = 6.9;

    /// <summary>What is narrower than so much of its height may be an i.</summary>
    private const double WidestStem = 0.45;

    /// <summary>In widths of the widest speck: how far below it the letter begins, how far beside it the other dot stands, how large that is.</summary>
    private const double MostAbove = 4.5, MostBeside = 4.5, LargestDot = 3;

    /// <summary>Letters are looked for by stripes of the page so wide, in pixels.</summary>
    private const int Stripe = 64;

    /// <param name="kept">The page with those specks that may be dots; the false ones are removed from it.</param>
    /// <param name="swept">It without any specks.</param>
    /// <param name="largest">A speck's height and width at most, in pixels.</param>
    public static void Remove(Pix kept, Pix swept, int largest)
    {
        using var specks = Leptonica.pixSubtract(0, kept, swept);
        var letters = new Dictionary<int, List<Box>>();
        foreach (var part in InkParts.Of(kept))
            for (int stripe = part.X / Stripe; stripe <= part.Right / Stripe; stripe++)
                (letters.TryGetValue(stripe, out var list) ? list : letters[stripe] = []).Add(part);
        foreach (var speck in InkParts.Of(specks))
            if (IsFalse(speck, Near(letters, speck), largest)) Clear(kept, speck);
    }

    private static List<Box> Near(Dictionary<int, List<Box>> letters, Box speck) =>
        [.. Enumerable.Range((speck.X / Stripe) - 1, 3).SelectMany(stripe => letters.GetValueOrDefault(stripe) ?? []).Distinct().Where(part => part != speck)];

    private static bool IsFalse(Box speck, List<Box> near, int largest)
    {
        var under = near.Where(part => part.X < speck.Right && part.Right > speck.X && part.Bottom > speck.Bottom
            && part.Y <= speck.Bottom + (MostAbove * largest) && part.Height > LargestDot * largest).ToList();
        return under.Count > 0 && under.TrueForAll(part => part.Height >= LetterToSpeck * largest && part.Width > WidestStem * part.Height)
            && !near.Any(part => IsOtherDot(part, speck, largest));
    }

    private static bool IsOtherDot(Box part, Box speck, int largest) =>
        Math.Max(part.Width, part.Height) <= LargestDot * largest && part.Y <= speck.Bottom + 2 && part.Bottom >= speck.Y - 2
        && Math.Max(part.X - speck.Right, speck.X - part.Right) <= MostBeside * largest;

    private static void Clear(Pix page, Box speck)
    {
        nint box = Leptonica.boxCreate(speck.X, speck.Y, speck.Width, speck.Height);
        _ = Leptonica.pixClearInRect(page, box);
        Leptonica.boxDestroy(ref box);
    }
}
