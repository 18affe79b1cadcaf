namespace Protokollsok.Extraction;

/// <summary>The head of a numbered section.</summary>
/// <param name="Number">Without a year, with its letter.</param>
/// <param name="Line">The line that it stands on.</param>
/// <param name="MarkAt">Where mark and number begin on the line.</param>
/// <param name="NumberEnd">Where the number, with its year, ends on the line.</param>
/// <param name="Unit">What stands before the mark (<c>KF</c>), or empty.</param>
/// <param name="Certainty">0–1: less where the sign was lost and only the order tells that it is a head.</param>
internal sealed record SectionHead(string Number, Line Line, int MarkAt, int NumberEnd, string Unit, double Certainty = 1);
