using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>A document that took long.</summary>
/// <param name="Seconds">From the beginning of the work on it to its end.</param>
public sealed record SlowDocument(DocumentId Id, string FileName, int? Pages, double Seconds);
