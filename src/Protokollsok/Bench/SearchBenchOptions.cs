namespace Protokollsok.Bench;

/// <summary>What <c>bench search</c> is to do.</summary>
/// <param name="Entries">How large the invented archive is; 0 for none.</param>
/// <param name="Queries">Of each kind.</param>
/// <param name="Seed">The same seed gives the same archive and queries.</param>
/// <param name="Folder">Where the index is kept for the next run; null for a temporary one.</param>
/// <param name="Beside">Whether SQLite's FTS5 does the same work.</param>
internal sealed record SearchBenchOptions(int Entries, int Queries, int Seed, string? Folder, bool Beside);
