using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Which way up a page lies, by the ascenders of its print: a hundredth of what reading it costs. Of some 90 upright pages one was taken for
/// lying, with three lines on it and a dark margin; so a page that reads badly once turned is read as it was, too.
/// </summary>
internal static class Orientation
{
    /// <summary>Fewer ascenders and descenders tell nothing.</summary>
    private const int FewestStrokes = 30;

    /// <summary>Standard deviations by which one way is likelier than its opposite, and by how much than the other pair of ways.</summary>
    private const float LeastSure = 8, LeastRatio = 2;

    /// <summary>The quarters clockwise, 0 to 3, that would put it upright; 0 if nobody can tell.</summary>
    /// <param name="binary">The page in black and white.</param>
    public static int Quarters(Pix binary)
    {
        if (Leptonica.pixOrientDetect(binary, out float up, out float left, FewestStrokes, 0) != 0) return 0;
        if (Math.Abs(up) > LeastSure && Math.Abs(up) > LeastRatio * Math.Abs(left)) return up > 0 ? 0 : 2;
        if (Math.Abs(left) > LeastSure && Math.Abs(left) > LeastRatio * Math.Abs(up)) return left > 0 ? 1 : 3;
        return 0;
    }
}
