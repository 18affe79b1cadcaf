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

    /// <summary>How much faster than the day the program's clock runs, where a rehearsal leaves the choice.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How long a trouble lasts.</summary>
    public TimeSpan Lasting { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether the sample scans are read too, where children read pages.</summary>
    public bool WithScans { get; init; } = true;

    /// <summary>Where homes are put; <see langword="null"/> for the system's folder for temporary files.</summary>
    public string? Folder { get; init; }
}
