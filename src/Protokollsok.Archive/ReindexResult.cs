using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>What came of one document in a generation.</summary>
public sealed record ReindexResult(DocumentId Id)
{
    /// <summary>Why it could not be made again; its record from before is in the index then, if there is one.</summary>
    public string? Failure { get; init; }

    public int Pages { get; init; }

    /// <summary>Entries that it has in the new index.</summary>
    public int Entries { get; init; }

    /// <summary>Entries that it has in the index in force.</summary>
    public int EntriesBefore { get; init; }

    public int DoubtfulPages { get; init; }

    public int DoubtfulBefore { get; init; }

    /// <summary>Whether its record is another one now.</summary>
    public bool IsChanged { get; init; }

    public int DecisionsBefore { get; init; }

    public int DecisionsLost { get; init; }

    public int DecisionsGained { get; init; }

    public int ValuesBefore { get; init; }

    public int ValuesLost { get; init; }

    public int ValuesGained { get; init; }

    /// <summary>Versions of what read it now; <see langword="null"/>: it was not read again.</summary>
    public string? ReadBy { get; init; }

    public string? ReadBefore { get; init; }

    /// <summary>Versions of what understood it now; <see langword="null"/>: it was not understood again.</summary>
    public string? UnderstoodBy { get; init; }

    public string? UnderstoodBefore { get; init; }
}
