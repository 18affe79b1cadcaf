namespace Protokollsok.Documents;

/// <summary>
/// What is known about one document: the quick half, and the contract's record. Lists are in reading order and hold
/// every occurrence, repeats included; what is not there is <see langword="null"/> or empty, never left out.
/// </summary>
public sealed record DocumentRecord
{
    public required DocumentId Id { get; init; }

    public required Source Source { get; init; }

    /// <summary>Computed from <see cref="Problems"/> and whether any page could be read.</summary>
    public DocumentStatus Status =>
        Problems.Count == 0 ? DocumentStatus.Complete
        : Pages.Any(page => page.Text.Length > 0) ? DocumentStatus.Partial
        : DocumentStatus.Failed;

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public DocumentType DocumentType { get; init; }

    public string? Title { get; init; }

    public Found<string>? Municipality { get; init; }

    public Found<string>? Board { get; init; }

    public Found<CalendarDate>? MeetingDate { get; init; }

    public Found<CalendarDate>? DocumentDate { get; init; }

    public IReadOnlyList<Found<Dnr>> CaseNumbers { get; init; } = [];

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Found<CalendarDate>> Dates { get; init; } = [];

    public IReadOnlyList<Found<Amount>> Amounts { get; init; } = [];

    /// <summary>The value is the SFS number where one is printed, else <see langword="null"/>.</summary>
    public IReadOnlyList<Found<string?>> LawReferences { get; init; } = [];

    public IReadOnlyList<Found<DecisionReference>> DecisionReferences { get; init; } = [];

    public IReadOnlyList<Vote> Votes { get; init; } = [];

    public IReadOnlyList<Reservation> Reservations { get; init; } = [];

    /// <summary>One a line.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Names, without titles.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<PageRecord> Pages { get; init; } = [];
}
