using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>A document in quarantine.</summary>
internal sealed record QuarantineLine(DocumentId Id, string FileName, string Reason);
