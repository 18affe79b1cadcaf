using System.Runtime.InteropServices;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// The paper's brightness and the ink's, by a sample of the page's points. Layout is found in black and white, and a threshold that
/// follows the paper (Sauvola's) takes faint ribbon for paper, while one for the whole page takes a dark margin for ink.
/// </summary>
internal static class Paper
{
    /// <summary>Every so manyeth point is looked at, both ways.</summary>
    private const int Step = 6;

    /// <summary>Tiles that the sample is cut into, both ways.</summary>
    private const int Tiles = 8;

    /// <summary>Paper whose tiles differ by more levels than this is uneven.</summary>
    private const int EvenPaper = 24;

    /// <summary>Ink brighter than this, and paper darker, is stretched.</summary>
    private const int FaintInk = 100, DarkPaper = 170;

    /// <summary>The share of a tile's points that are paper at least.</summary>
    private const double PaperShare = 0.7;

    /// <summary>The page with even paper and black ink where it had neither; a copy of it where it had both.</summary>
    public static Pix Even(Pix grey, out bool changed)
    {
        var levels = Levels(grey, out int width);
        // An image so narrow that no point of it was looked at.
        if (width == 0)
        {
            changed = false;
            return Leptonica.pixConvertTo8(grey, 0);
        }

        var tiles = TileLevels(levels, width);
        bool isUneven = tiles.Max() - tiles.Min() > EvenPaper;
        var even = isUneven ? Leptonica.pixBackgroundNormSimple(grey, 0, 0) : Leptonica.pixConvertTo8(grey, 0);
        if (even.IsInvalid) even = Leptonica.pixConvertTo8(grey, 0);
        if (isUneven) levels = Levels(even, out _);
        var (ink, paper) = InkAndPaper(levels);
        changed = isUneven || ink > FaintInk || paper < DarkPaper;
        if (!changed || paper - ink < 8) return even;
        using (even) return Leptonica.pixGammaTRC(0, even, 1, ink, paper);
    }

    private static byte[] Levels(Pix grey, out int width)
    {
        using var sample = Leptonica.pixScaleBySampling(grey, 1f / Step, 1f / Step);
        width = sample.IsInvalid ? 0 : sample.Width;
        if (width == 0) return [];
        int bytesPerLine = Leptonica.pixGetWpl(sample) * sizeof(uint);
        var line = new byte[bytesPerLine];
        var levels = new byte[width * sample.Height];
        for (int y = 0, i = 0; y < sample.Height; y++)
        {
            Marshal.Copy(Leptonica.pixGetData(sample) + (y * bytesPerLine), line, 0, bytesPerLine);
            // Leptonica keeps the first point of four in the highest byte of a word.
            for (int x = 0; x < width; x++) levels[i++] = line[x ^ 3];
        }

        return levels;
    }

    /// <summary>The level of the paper in each tile.</summary>
    private static List<int> TileLevels(byte[] levels, int width)
    {
        int height = levels.Length / width;
        var histograms = new int[Tiles * Tiles][];
        for (int i = 0; i < histograms.Length; i++) histograms[i] = new int[256];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                histograms[(y * Tiles / height * Tiles) + (x * Tiles / width)][levels[(y * width) + x]]++;
        return [.. histograms.Where(histogram => histogram.Sum() > 0).Select(histogram => LevelAt(histogram, PaperShare))];
    }

    /// <summary>The medians of what is dark and of what is bright, parted where Otsu would.</summary>
    private static (int Ink, int Paper) InkAndPaper(byte[] levels)
    {
        var histogram = new int[256];
        foreach (byte level in levels) histogram[level]++;
        int threshold = Otsu(histogram);
        var dark = histogram.Select((count, level) => level <= threshold ? count : 0).ToArray();
        var bright = histogram.Select((count, level) => level > threshold ? count : 0).ToArray();
        return (LevelAt(dark, 0.5), LevelAt(bright, 0.5));
    }

    private static int Otsu(int[] histogram)
    {
        double all = histogram.Sum(), sum = histogram.Select((count, level) => (double)count * level).Sum();
        double below = 0, belowSum = 0, best = -1;
        int threshold = 127;
        for (int level = 0; level < 255; level++)
        {
            below += histogram[level];
            belowSum += (double)histogram[level] * level;
            if (below == 0 || below == all) continue;
            double apart = (belowSum / below) - ((sum - belowSum) / (all - below));
            double spread = below * (all - below) * apart * apart;
            if (spread > best) (best, threshold) = (spread, level);
        }

        return threshold;
    }

    /// <summary>The level that the given share of the points, from the darkest on, does not exceed.</summary>
    private static int LevelAt(int[] histogram, double share)
    {
        double wanted = histogram.Sum() * share;
        int level = 0;
        for (double seen = histogram[0]; seen < wanted && level < 255; seen += histogram[level]) level++;
        return level;
    }
}
