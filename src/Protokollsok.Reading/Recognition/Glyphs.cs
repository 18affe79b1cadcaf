using Protokollsok.Documents;
using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>Where the single characters of a word stand on the page, by their ink.</summary>
/// <param name="ink">The page in black and white; stays the caller's.</param>
internal sealed class Glyphs(Pix ink)
{
    /// <summary>The boxes of what hangs together in a word, dots joined to their letters, from left to right.</summary>
    public IReadOnlyList<Box> Of(Box word)
    {
        // A § may hang out of the box of a word whose engine took it for a digit.
        int margin = word.Height / 3, top = Math.Max(0, word.Y - margin), left = Math.Max(0, word.X - 1);
        var frame = new Box(left, top, Math.Min(ink.Width, word.Right + 1) - left, Math.Min(ink.Height, word.Bottom + margin) - top);
        if (frame.Width <= 0 || frame.Height <= 0) return [];
        var glyphs = new List<Box>();
        foreach (var part in Components(frame).Where(part => part.Bottom > word.Y && part.Y < word.Bottom).OrderBy(part => part.X))
        {
            if (glyphs is [.., var last] && Math.Min(last.Right, part.Right) - part.X > Math.Min(last.Width, part.Width) / 2)
                glyphs[^1] = last.Union(part);
            else glyphs.Add(part);
        }

        return glyphs;
    }

    /// <summary>What hangs together in a box, each by its own; what is cut by its border, too.</summary>
    public IReadOnlyList<Box> Components(Box frame) => InkParts.Of(ink, frame);
}
