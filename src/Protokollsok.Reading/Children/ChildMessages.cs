using System.Text.Json.Serialization;
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

    /// <summary>A picture to look at, cut and shrunk as the request says, of a page of an image file.</summary>
    FitFile,

    /// <summary>The same of the image that follows in a frame of its own.</summary>
    FitImage,
}

/// <param name="Page">1-based.</param>
/// <param name="Dpi">Of the image that follows, as printed.</param>
/// <param name="MaxPixels">Larger images are refused.</param>
/// <param name="MaxPages">Pages are counted no further than one past it.</param>
/// <param name="Picture">Of a picture to look at, what of the page and how large.</param>
internal sealed record ChildRequest(
    ChildTask Task, string Path, string MediaType, int Page, int Dpi, long MaxPixels, int MaxPages, PictureRequest? Picture = null)
{
    /// <summary>Whether an image follows the request.</summary>
    [JsonIgnore]
    public bool HasImage => Task is ChildTask.ReadImage or ChildTask.FitImage;

    /// <summary>Whether an image follows the answer.</summary>
    [JsonIgnore]
    public bool AsksForImage => Task is ChildTask.Render or ChildTask.FitFile or ChildTask.FitImage;
}

/// <param name="Clip">What is shown, in pixels of the image; <see langword="null"/>: all of it.</param>
/// <param name="Width">Of the picture, in pixels; smaller images stay as they are.</param>
/// <param name="Marks">What is marked as with a pen, in pixels of the picture.</param>
internal sealed record PictureRequest(Box? Clip, int Width, IReadOnlyList<Box> Marks);

/// <summary>A child's answer; an image follows in a frame of its own.</summary>
/// <param name="Problem">Why there is no answer: a code and a message.</param>
internal sealed record ChildReply(int Count = 0, ChildPage? Page = null, Problem? Problem = null);

/// <summary>A page image as read.</summary>
internal sealed record ChildPage(int Width, int Height, int Dpi, string Engine, IReadOnlyList<LineReading> Lines);
