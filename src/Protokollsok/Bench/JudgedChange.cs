namespace Protokollsok.Bench;

/// <summary>A change that repair made or suggested, held against print.</summary>
/// <param name="Document">Of the row's documents, which.</param>
/// <param name="Was">As read.</param>
/// <param name="Now">As repaired.</param>
/// <param name="Printed">What was printed there, <see langword="null"/> where nothing is aligned.</param>
/// <param name="Confidence">As told, 0–1.</param>
/// <param name="IsApplied">Applied, or suggested only.</param>
/// <param name="IsRight">Whether what it puts in was printed.</param>
/// <param name="Evidence">The kind of choice and the numbers of its confidence; empty for changes of other ways.</param>
/// <param name="Told">The change in a line.</param>
internal sealed record JudgedChange(int Document, string Was, string Now, string? Printed, double Confidence, bool IsApplied, bool IsRight, IReadOnlyList<double> Evidence, string Told)
{
    /// <summary>Whether the source's author wrote what no lexicon knows where the common word was meant: neither right nor wrong.</summary>
    public bool IsAuthors { get; init; }

    /// <summary>The kind of choice, by number; <see langword="null"/> for other changes.</summary>
    public int? Kind => Evidence.Count > 0 ? (int)Evidence[0] : null;
}
