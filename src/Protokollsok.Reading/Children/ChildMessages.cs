using Protokollsok.Documents;

namespace Protokollsok.Reading.Children;

/// <summary>What a child is asked.</summary>
internal enum ChildTask
{
    /// <summary>How many pages an image file has.</summary>
    Count,

    /// <summary>Read a page of an image file.</summary>
    ReadFile,

    /// <summary>Read the grey image (PGM) that follows in a frame of its own.</summary>
    ReadImage,

    /// <summary>A page of an image file as PNG.</summary>
    Render,
}

/// <param name="Page">1-based.</param>
/// <param name="Dpi">Of the image that follows, as printed.</param>
/// <param name="MaxPixels">Larger images are refused.</param>
/// <param name="MaxPages">Pages are counted no further than one past it.</param>
internal sealed record ChildRequest(ChildTask Task, string Path, string MediaType, int Page, int Dpi, long MaxPixels, int MaxPages);

/// <summary>A child's answer; a PNG follows in a frame of its own.</summary>
/// <param name="Problem">Why there is no answer: a code and a message.</param>
internal sealed record ChildReply(int Count = 0, ChildPage? Page = null, Problem? Problem = null);

/// <summary>A page image as read.</summary>
internal sealed record ChildPage(int Width, int Height, int Dpi, string Engine, IReadOnlyList<LineReading> Lines);
