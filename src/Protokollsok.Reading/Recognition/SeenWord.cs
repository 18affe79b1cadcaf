using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>A word as an engine saw it, in pixels of the image that it was given.</summary>
/// <param name="Confidence">0–1.</param>
/// <param name="Witness">The model.</param>
internal sealed record SeenWord(string Text, Box Box, double Confidence, string Witness);

/// <summary>A line as an engine saw it.</summary>
/// <param name="StartsBlock">Whether a gap stands before it: a new block or paragraph.</param>
internal sealed record SeenLine(IReadOnlyList<SeenWord> Words, bool StartsBlock)
{
    public Box Box => Words.Select(word => word.Box).Aggregate((sum, box) => sum.Union(box));

    /// <summary>The height of a usual word of a page, in pixels; 0 of none.</summary>
    public static int UsualHeight(IReadOnlyList<SeenLine> lines)
    {
        var heights = lines.SelectMany(line => line.Words).Select(word => word.Box.Height).Order().ToList();
        return heights.Count == 0 ? 0 : heights[heights.Count / 2];
    }
}
