using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>Which pixels of a grey image are much darker than the paper around them, wherever the paper is grey itself (Bradley's threshold).</summary>
internal sealed class DarkPixels
{
    private readonly bool[] _dark;
    private readonly int _width;
    private readonly int _height;

    public DarkPixels(ReadOnlySpan<byte> grey, int width, int height, int around, double share)
    {
        (_width, _height) = (width, height);
        _dark = new bool[width * height];
        var sums = Sums(grey, width, height);
        for (int y = 0; y < height; y++)
        {
            int top = Math.Max(0, y - around), bottom = Math.Min(height, y + around + 1);
            for (int x = 0; x < width; x++)
            {
                int left = Math.Max(0, x - around), right = Math.Min(width, x + around + 1);
                long sum = Sum(sums, left, top, right, bottom);
                _dark[(y * width) + x] = (long)grey[(y * width) + x] * (right - left) * (bottom - top) < sum * share;
            }
        }
    }

    /// <summary>How many in a box; what of it lies outside has none.</summary>
    public long In(Box box)
    {
        long count = 0;
        for (int y = Math.Max(0, box.Y); y < Math.Min(_height, box.Bottom); y++)
            for (int x = Math.Max(0, box.X); x < Math.Min(_width, box.Right); x++)
                if (_dark[(y * _width) + x]) count++;
        return count;
    }

    /// <summary>How many within the edges.</summary>
    public long Inside(int edge) => In(new Box(edge, edge, _width - (2 * edge), _height - (2 * edge)));

    /// <summary>How many of them are marked.</summary>
    public long Under(bool[] marked, int edge)
    {
        long count = 0;
        for (int y = edge; y < _height - edge; y++)
            for (int x = edge; x < _width - edge; x++)
                if (_dark[(y * _width) + x] && marked[(y * _width) + x]) count++;
        return count;
    }

    /// <summary>At [x, y] the sum of what lies left of and above it.</summary>
    private static long[,] Sums(ReadOnlySpan<byte> grey, int width, int height)
    {
        var sums = new long[width + 1, height + 1];
        for (int y = 0; y < height; y++)
        {
            long row = 0;
            for (int x = 0; x < width; x++)
            {
                row += grey[(y * width) + x];
                sums[x + 1, y + 1] = sums[x + 1, y] + row;
            }
        }

        return sums;
    }

    private static long Sum(long[,] sums, int left, int top, int right, int bottom) =>
        sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top];
}
