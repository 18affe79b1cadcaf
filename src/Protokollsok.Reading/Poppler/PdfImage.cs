namespace Protokollsok.Reading.Poppler;

/// <summary>An image as it lies on a page of a PDF.</summary>
/// <param name="Page">1-based.</param>
/// <param name="Width">In its own pixels.</param>
/// <param name="Height">In its own pixels.</param>
/// <param name="Ppi">Its pixels per inch of the page, the smaller of both directions, but the larger of a fax of 204 × 98.</param>
/// <param name="Area">What it covers, in square inches.</param>
internal sealed record PdfImage(int Page, int Width, int Height, int Ppi, double Area);
