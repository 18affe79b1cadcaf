using Protokollsok.Documents;
using Protokollsok.Reading.Children;

namespace Protokollsok.Reading;

/// <summary>A page as a child read it.</summary>
internal static class ImageReading
{
    /// <param name="dpi">Of the page image as rendered; <see langword="null"/>: as the child found it.</param>
    public static PageReading Of(int number, ChildReply reply, int? dpi = null)
    {
        var page = reply.Page ?? throw new InvalidDataException("The child answered without a page");
        return new PageReading(number, PageOrigin.Ocr, Confidence(page.Lines), page.Width, page.Height, dpi ?? page.Dpi, page.Engine, page.Lines);
    }

    /// <summary>Of a page without words: 1, for it was read, and there was nothing.</summary>
    private static double Confidence(IReadOnlyList<LineReading> lines) =>
        lines.SelectMany(line => line.Words).Select(word => word.Confidence).DefaultIfEmpty(1).Average();
}
