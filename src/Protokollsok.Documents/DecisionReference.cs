namespace Protokollsok.Documents;

/// <summary>A citation of an earlier decision.</summary>
/// <param name="Board">As printed; <see langword="null"/> if none is named.</param>
/// <param name="Date">ISO 8601; <see langword="null"/> if none is given.</param>
/// <param name="Section">The § cited; <see langword="null"/> where only a named board's dated decision is.</param>
public sealed record DecisionReference(string? Board, CalendarDate? Date, string? Section);
