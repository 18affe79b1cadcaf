using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>How far everything, or a part, has been made again, and at the end what came of it. Kept in the home: <c>logs/reindex-N.json</c>.</summary>
internal sealed record ReindexReport
{
    public const string Building = "building", Telling = "telling", Done = "done", Refused = "refused", Stopped = "stopped", Failed = "failed", Abandoned = "abandoned";

    /// <summary>Who asked recognises the answer by it.</summary>
    public required string Token { get; init; }

    public required string State { get; init; }

    /// <summary><see langword="null"/> until it has one.</summary>
    public int? Generation { get; init; }

    public string? Source { get; init; }

    public string? Selection { get; init; }

    public string? Who { get; init; }

    public string? Versions { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Work on it in this program, pauses included.</summary>
    public double Seconds { get; init; }

    /// <summary>For searches that went on beside it.</summary>
    public double SecondsThrottled { get; init; }

    public ReindexTotals? Totals { get; init; }

    /// <summary>Of this program's work.</summary>
    public double PagesPerSecond { get; init; }

    public double? SecondsLeft { get; init; }

    /// <summary>How long writing (not searching) stood still for the switch, the accounting in it; <see langword="null"/> before.</summary>
    public double? PauseMilliseconds { get; init; }

    /// <summary>The switch itself.</summary>
    public double? SwitchMilliseconds { get; init; }

    /// <summary>Documents that could not be made again, the first hundred; what there was of them is in force still.</summary>
    public IReadOnlyList<ReindexFailure> Failures { get; init; } = [];

    /// <summary>English; what is waited out just now.</summary>
    public string? Trouble { get; init; }

    /// <summary>English; why it ended as it did.</summary>
    public string? Message { get; init; }

    public bool IsEnd => State is Done or Refused or Stopped or Failed or Abandoned;
}

/// <summary>A document that could not be made again.</summary>
/// <param name="Why">English.</param>
internal sealed record ReindexFailure(DocumentId Id, string Why);
