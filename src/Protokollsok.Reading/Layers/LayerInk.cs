using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>
/// Whether a text layer lies over the ink: there is ink where it has words, none between them, and hardly any where it has nothing. Looked at on a
/// small rendering of the page.
/// </summary>
/// <param name="InWords">Share of dark pixels in the words' boxes.</param>
/// <param name="Between">Share of dark pixels in the gaps between the words of a line, and above and below them.</param>
/// <param name="Covered">Share of all dark pixels that lie in the words' boxes or next to them.</param>
internal readonly record struct LayerInk(double InWords, double Between, double Covered)
{
    /// <summary>The rendering's dots per inch: a word's gap is two pixels wide.</summary>
    public const int Dpi = 100;

    /// <summary>A pixel is dark when it is so much darker than the paper around it.</summary>
    private const double Dark = 0.72;

    /// <summary>Half the side of the window that is "around", in pixels.</summary>
    private const int Around = 12;

    /// <summary>Words that lie on their ink have 10 % dark pixels and more, and their gaps a fifth of that; displaced ones have as many in both.</summary>
    private const double LeastInWords = 0.04, MostBetween = 0.6;

    /// <summary>The rest of the ink: signatures, lines, stamps, dirt.</summary>
    private const double LeastCovered = 0.5;

    /// <summary>What lies nearer to the paper's edge is the scanner's shadow, in inches.</summary>
    private const double Edge = 0.3;

    public bool Fits => InWords >= LeastInWords && Between <= MostBetween * InWords;

    public bool IsWhole => Covered >= LeastCovered;

    /// <param name="grey">Raw grey of the page.</param>
    /// <param name="scale">Pixels of the rendering for one of the layer's boxes.</param>
    public static LayerInk Of(ReadOnlySpan<byte> grey, int width, int height, IReadOnlyList<LineReading> layer, double scale)
    {
        var dark = new DarkPixels(grey, width, height, Around, Dark);
        var covered = new bool[width * height];
        long inWords = 0, wordArea = 0, between = 0, gapArea = 0;
        foreach (var line in layer)
        {
            Box? before = null;
            foreach (var word in line.Words)
            {
                var box = Scaled(word.Box, scale);
                (inWords, wordArea) = (inWords + dark.In(box), wordArea + Area(box));
                if (before is { } left && box.X - left.Right is >= 2 and var wide && wide < 2 * box.Height)
                {
                    // Letters lean out of their boxes, and a small rendering blurs them: the middle of the gap counts.
                    var gap = new Box(left.Right + ((wide - 1) / 2), box.Y, wide % 2 == 0 ? 2 : 1, box.Height);
                    (between, gapArea) = (between + dark.In(gap), gapArea + Area(gap));
                }

                Cover(covered, width, height, box);
                before = box;
            }
        }

        return new LayerInk(Share(inWords, wordArea), Share(between, gapArea), Share(dark.Under(covered, (int)(Edge * Dpi)), dark.Inside((int)(Edge * Dpi))));
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static long Area(Box box) => (long)box.Width * box.Height;

    private static Box Scaled(Box box, double scale)
    {
        int x = (int)Math.Round(box.X * scale), y = (int)Math.Round(box.Y * scale);
        return new Box(x, y, Math.Max(1, (int)Math.Round(box.Right * scale) - x), Math.Max(1, (int)Math.Round(box.Bottom * scale) - y));
    }

    private static void Cover(bool[] covered, int width, int height, Box box)
    {
        int left = Math.Max(0, box.X - 2), right = Math.Min(width, box.Right + 2);
        for (int y = Math.Max(0, box.Y - 2); y < Math.Min(height, box.Bottom + 2); y++)
            if (left < right) covered.AsSpan((y * width) + left, right - left).Fill(true);
    }
}
