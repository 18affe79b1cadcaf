namespace Protokollsok.Archive;

/// <summary>One <c>ingest</c> of files and folders, from its beginning to its end.</summary>
/// <param name="After">The number of the last arrival before it began.</param>
/// <param name="IsResumed">It was begun before, and cut short.</param>
public sealed record IntakeRun(long Seq, long After, bool IsResumed);
