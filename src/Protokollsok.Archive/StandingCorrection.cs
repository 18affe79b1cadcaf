using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>What a person (or a register that was handed in) knows better than the rules, and which stands through every reprocessing.</summary>
/// <param name="Field">As <c>correct</c> names it.</param>
/// <param name="Value">What it is.</param>
/// <param name="Was">What the rules said then; <see langword="null"/> if nothing.</param>
/// <param name="Who">The person, token or register.</param>
/// <param name="At">UTC.</param>
/// <param name="IsApplied">Whether record and index have it.</param>
public sealed record StandingCorrection(long Seq, DocumentId Id, string Field, string Value, string? Was, string Who, DateTimeOffset At, bool IsApplied);
