namespace Protokollsok.Rehearsal;

/// <summary>What the rehearsals share.</summary>
internal sealed record RehearsalOptions
{
    /// <summary>How many runs, files or documents, as each rehearsal counts.</summary>
    public required int Runs { get; init; }

    /// <summary>The number of the first run: <c>--first 137 --runs 1</c> repeats that one alone.</summary>
    public int First { get; init; } = 1;

    /// <summary>The same seed gives the same runs.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many runs at a time.</summary>
    public int SideBySide { get; init; } = 1;

    /// <summary>For the daily check: what is waited for is shorter, and no scans are read.</summary>
    public bool IsShort { get; init; }

    /// <summary>Where homes are put; <see langword="null"/> for the system's folder for temporary files.</summary>
    public string? Folder { get; init; }
}
