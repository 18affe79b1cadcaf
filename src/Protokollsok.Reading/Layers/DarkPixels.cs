using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>Which pixels of a grey image are much darker than the paper around them, wherever the paper is grey itself (Bradley's threshold).</summary>
internal sealed class DarkPixels
{
    /// <summary>How many lie left of and above each pixel's corner, so that any box is counted in four looks.</summary>
    private readonly int[] _dark;

    private readonly int _width;
    private readonly int _height;

    public DarkPixels(ReadOnlySpan<byte> grey, int width, int height, int around, double share)
    {
        (_width, _height) = (width, height);
        _dark = new int[(width + 1) * (height + 1)];
        var sums = Sums(grey, width, height);
        for (int y = 0; y < height; y++)
        {
            int top = Math.Max(0, y - around), bottom = Math.Min(height, y + around + 1);
            int row = 0;
            for (int x = 0; x < width; x++)
            {
                int left = Math.Max(0, x - around), right = Math.Min(width, x + around + 1);
                long sum = Sum(sums, left, top, right, bottom);
                if ((long)grey[(y * width) + x] * (right - left) * (bottom - top) < sum * share) row++;
                _dark[((y + 1) * (width + 1)) + x + 1] = At(x + 1, y) + row;
            }
        }
    }

    /// <summary>How many in a box; what of it lies outside has none.</summary>
    public int In(Box box)
    {
        int left = Math.Clamp(box.X, 0, _width), right = Math.Clamp(box.Right, left, _width);
        int top = Math.Clamp(box.Y, 0, _height), bottom = Math.Clamp(box.Bottom, top, _height);
        return At(right, bottom) - At(left, bottom) - At(right, top) + At(left, top);
    }

    /// <summary>How many within the edges.</summary>
    public int Inside(int edge) => In(new Box(edge, edge, _width - (2 * edge), _height - (2 * edge)));

    /// <summary>How many within the edges lie in one of the boxes, or in several.</summary>
    public int Under(IEnumerable<Box> boxes, int edge)
    {
        var layers = Layers(boxes);
        int count = 0;
        for (int y = edge; y < _height - edge; y++)
            for (int x = edge; x < _width - edge; x++)
                if (layers[(y * (_width + 1)) + x] > 0 && In(new Box(x, y, 1, 1)) > 0) count++;
        return count;
    }

    /// <summary>In how many of the boxes each pixel lies: their corners are marked and added up, however large they are.</summary>
    private int[] Layers(IEnumerable<Box> boxes)
    {
        int row = _width + 1;
        var layers = new int[row * (_height + 1)];
        foreach (var box in boxes)
        {
            int left = Math.Clamp(box.X, 0, _width), right = Math.Clamp(box.Right, left, _width);
            int top = Math.Clamp(box.Y, 0, _height), bottom = Math.Clamp(box.Bottom, top, _height);
            layers[(top * row) + left]++;
            layers[(top * row) + right]--;
            layers[(bottom * row) + left]--;
            layers[(bottom * row) + right]++;
        }

        for (int i = 0; i < layers.Length; i++)
        {
            if (i % row > 0) layers[i] += layers[i - 1];
            if (i >= row) layers[i] += layers[i - row] - (i % row > 0 ? layers[i - row - 1] : 0);
        }

        return layers;
    }

    private int At(int x, int y) => _dark[(y * (_width + 1)) + x];

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
