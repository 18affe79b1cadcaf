namespace Protokollsok.Cli;

/// <summary>That a document is gone, and why.</summary>
/// <param name="At">UTC.</param>
internal sealed record DocumentDeletion(DateTimeOffset At, string? Who, string? Why);
