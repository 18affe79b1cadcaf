using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>How a document ended.</summary>
/// <param name="Searchable">Whether it can be found now; else it is in quarantine.</param>
/// <param name="Status">Of the record; failed when there is none.</param>
/// <param name="Problems">What went wrong, in English.</param>
internal sealed record ProcessingResult(bool Searchable, DocumentStatus Status, IReadOnlyList<Problem> Problems);
