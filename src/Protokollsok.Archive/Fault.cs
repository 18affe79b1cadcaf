using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>Something that a verification found.</summary>
/// <param name="Id">The document; <see langword="null"/> when it concerns the whole.</param>
/// <param name="Code">One of <see cref="FaultCode"/>'s.</param>
/// <param name="Message">English: what is wrong, and with which file.</param>
public sealed record Fault(DocumentId? Id, string Code, string Message);
