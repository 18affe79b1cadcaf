using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>
/// Whether a text layer lies over the ink: there is ink where it has words, none between them, and hardly any where it has nothing. Looked at on a
/// small rendering of the page.
/// </summary>
/// <param name="InWords">Share of dark pixels in the words' boxes.</param>
/// <param name="Between">Share of dark pixels in the gaps between the words of a line, and above and below them.</param>
/// <param name="Middle">Share of dark pixels in the middle of the words' height, where small letters stand.</param>
/// <param name="Rim">Share of dark pixels at the top and bottom of the words' boxes.</param>
/// <param name="Covered">Share of all dark pixels that lie in the words' boxes or next to them.</param>
internal readonly record struct LayerInk(double InWords, double Between, double Middle, double Rim, double Covered)
{
    /// <summary>The rendering's dots per inch: a word's gap is two pixels wide.</summary>
    public const int Dpi = 100;

    /// <summary>A larger rendering tells no more: A2 has so many pixels at <see cref="Dpi"/>.</summary>
    public const int MostPixels = 4_000_000;

    /// <summary>A layer of more words than any sheet has is not looked at.</summary>
    public const int MostWords = 20_000;

    /// <summary>A pixel is dark when it is so much darker than the paper around it.</summary>
    private const double Dark = 0.72;

    /// <summary>Half the side of the window that is "around", in pixels.</summary>
    private const int Around = 12;

    /// <summary>Words that lie on their ink have 10 % dark pixels and more, and their gaps a fifth of that; displaced ones have as many in both.</summary>
    private const double LeastInWords = 0.04, MostBetween = 0.6;

    /// <summary>So many pixels of the paper before a word are looked at, fewer in a narrow gap.</summary>
    private const int BeforeWord = 3;

    /// <summary>Where a layer lies half a line off, the middles of its boxes lie on the gaps between lines.</summary>
    private const double LeastMiddle = 0.9;

    /// <summary>The rest of the ink: signatures, lines, stamps, dirt.</summary>
    private const double LeastCovered = 0.5;

    /// <summary>What lies nearer to the paper's edge is the scanner's shadow, in inches.</summary>
    private const double Edge = 0.3;

    public bool Fits => InWords >= LeastInWords && Between <= MostBetween * InWords && Middle >= LeastMiddle * Rim;

    public bool IsWhole => Covered >= LeastCovered;

    /// <param name="grey">Raw grey of the page.</param>
    /// <param name="scale">Pixels of the rendering for one of the layer's boxes.</param>
    public static LayerInk Of(ReadOnlySpan<byte> grey, int width, int height, IReadOnlyList<LineReading> layer, double scale, CancellationToken ct = default)
    {
        var dark = new DarkPixels(grey, width, height, Around, Dark);
        var covered = new List<Box>();
        Tally inWords = default, between = default, middle = default, rim = default;
        foreach (var line in layer)
        {
            ct.ThrowIfCancellationRequested();
            Box? before = null;
            foreach (var word in line.Words)
            {
                var box = Scaled(word.Box, scale);
                int fifth = Math.Max(1, box.Height / 5);
                inWords = inWords.With(dark, box);
                middle = middle.With(dark, box with { Y = box.Y + (2 * fifth), Height = Math.Max(1, box.Height - (4 * fifth)) + fifth });
                rim = rim.With(dark, box with { Height = fifth }).With(dark, box with { Y = box.Bottom - fifth, Height = fifth });
                if (before is { } left && box.X - left.Right is >= 2 and var wide && wide < 2 * box.Height)
                {
                    // Layers of OCR programs know where a word begins; where it ends is often a little short. So the paper just before a word counts.
                    int taken = Math.Min(BeforeWord, wide - 1);
                    var gap = new Box(box.X - 1 - taken, box.Y, taken, box.Height);
                    between = between.With(dark, gap);
                }

                covered.Add(WithRim(box));
                before = box;
            }
        }

        var all = new Tally(dark.Under(covered, (int)(Edge * Dpi)), dark.Inside((int)(Edge * Dpi)));
        return new LayerInk(inWords.Share, between.Share, middle.Share, rim.Share, all.Share);
    }

    private static Box Scaled(Box box, double scale)
    {
        int x = (int)Math.Round(box.X * scale), y = (int)Math.Round(box.Y * scale);
        return new Box(x, y, Math.Max(1, (int)Math.Round(box.Right * scale) - x), Math.Max(1, (int)Math.Round(box.Bottom * scale) - y));
    }

    /// <summary>A word with what lies next to it.</summary>
    private static Box WithRim(Box box) => new(box.X - 2, box.Y - 2, box.Width + 4, box.Height + 4);

    private readonly record struct Tally(long Part, long Whole)
    {
        public double Share => Whole == 0 ? 0 : (double)Part / Whole;

        public Tally With(DarkPixels dark, Box box) => new(Part + dark.In(box), Whole + ((long)box.Width * box.Height));
    }
}
