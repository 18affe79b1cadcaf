namespace Protokollsok.Documents;

/// <summary>
/// A document as read: the slow half, which is kept so that a better rule never costs a new reading.
/// </summary>
/// <param name="MediaType">By content.</param>
/// <param name="PageCount">Pages of the file; <paramref name="Pages"/> has one for each, also for those that could not be read.</param>
/// <param name="Pages">In the file's order.</param>
/// <param name="Problems">What went wrong. Without any page the document cannot be read at all and belongs in quarantine.</param>
public sealed record DocumentReading(string MediaType, int PageCount, IReadOnlyList<PageReading> Pages, IReadOnlyList<Problem> Problems);
