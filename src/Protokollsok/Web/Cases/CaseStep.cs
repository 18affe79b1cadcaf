using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web.Cases;

/// <summary>What one document, or one section of minutes, has to the case.</summary>
/// <param name="Document">Its date is the meeting's, else the document's.</param>
/// <param name="Municipality">As repaired; null if the document does not say.</param>
/// <param name="Section">The §; null for a document without numbered sections.</param>
/// <param name="Heading">Of the §; null if there is none.</param>
/// <param name="Mentioned">True where the case is only named in passing, in the text of another case's section.</param>
/// <param name="Page">1-based page where it begins.</param>
/// <param name="Decisions">Decisions and proposals, in reading order; empty where the case is only mentioned.</param>
/// <param name="Votes">Of the section.</param>
/// <param name="Reservations">Of the section.</param>
internal sealed record CaseStep(
    DocumentSummary Document, DocumentType DocumentType, string? Municipality, string? Section, string? Heading, bool Mentioned, int Page,
    IReadOnlyList<Decision> Decisions, IReadOnlyList<Vote> Votes, IReadOnlyList<Reservation> Reservations);
