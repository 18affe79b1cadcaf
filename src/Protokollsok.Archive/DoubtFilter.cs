using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>Which doubts are meant; what is <see langword="null"/> leaves all.</summary>
/// <param name="Words">Words, or values.</param>
/// <param name="Type">Of the document, as JSON has it.</param>
public sealed record DoubtFilter(bool? Words = null, string? Type = null, DocumentId? Document = null);
