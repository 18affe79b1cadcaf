using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>What people corrected in a document, and still holds, in the order in which it was said.</summary>
internal sealed record DocumentCorrections(DocumentId Id, IReadOnlyList<StandingCorrection> Corrections);
