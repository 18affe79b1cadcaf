using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <content>Everything made again in a generation beside the one in force.</content>
public sealed partial class Ledger
{
    /// <summary>Begins a generation.</summary>
    /// <param name="current">The one in force; the new one gets a number that none had.</param>
    /// <param name="selected">The documents that are to be made again; <see langword="null"/>: all that are searchable.</param>
    /// <exception cref="InvalidOperationException">Another one is not finished.</exception>
    public ReindexRun BeginReindex(
        int current, string source, string selection, string versions, string who, double? lostBudget, IReadOnlyList<DocumentId>? selected) => Database.InTransaction(() =>
    {
        if (UnfinishedReindex() is { } other)
            throw new InvalidOperationException($"Generation {other.Generation} is not finished.");
        int generation = (int)Math.Max(current, Database.Number("SELECT coalesce(max(generation), 1) FROM reindexes")) + 1;
        // What was kept to go back by is of use until there is something newer to go back from.
        Database.Execute("DELETE FROM reindex_items WHERE generation < $current", ("$current", current));
        Database.Execute(
            """
            INSERT INTO reindexes (generation, state, source, selection, whole, lost_budget, who, versions, begun_at, seen_event)
            VALUES ($generation, 'building', $source, $selection, $whole, $budget, $who, $versions, $now, $seen)
            """,
            ("$generation", generation), ("$source", source), ("$selection", selection), ("$whole", selected is null), ("$budget", lostBudget),
            ("$who", who), ("$versions", versions), ("$now", Now()), ("$seen", LastEvent()));
        if (selected is null)
        {
            Database.Execute("INSERT INTO reindex_items (generation, document, arrival) SELECT $generation, id, arrival FROM documents WHERE state = 'searchable'",
                ("$generation", generation));
        }

        foreach (var id in selected ?? [])
            AddItem(generation, id);
        return UnfinishedReindex()!;
    });

    /// <summary>These are in the new index and their halves on the disk.</summary>
    /// <param name="seenEvent">What the ledger had noted before they were committed is in the index, too.</param>
    public void KeepReindexed(int generation, IReadOnlyList<ReindexResult> results, long seenEvent) => Database.InTransaction(() =>
    {
        foreach (var result in results)
            Keep(generation, result);
        return Database.Execute("UPDATE reindexes SET seen_event = max(seen_event, $seen) WHERE generation = $generation",
            ("$seen", seenEvent), ("$generation", generation));
    });

    /// <summary>These are to be made again, once more perhaps: what is in the new index of them is older than what is known.</summary>
    public void ReopenReindexed(int generation, IEnumerable<DocumentId> ids) => Database.InTransaction(() =>
    {
        foreach (var id in ids)
        {
            Database.Execute("DELETE FROM reindex_items WHERE generation = $generation AND document = $id", ("$generation", generation), ("$id", id.Hex));
            AddItem(generation, id);
        }
        return 0;
    });

    /// <summary>The generation has come to another state.</summary>
    public void MarkReindex(int generation, ReindexState state, string? detail = null) => Database.InTransaction(() => Database.Execute(
        """
        UPDATE reindexes SET state = $state, detail = coalesce($detail, detail),
            switched_at = CASE WHEN $state = 'switched' THEN $now ELSE switched_at END,
            ended_at = CASE WHEN $state IN ('done', 'abandoned', 'rolled-back') THEN $now ELSE ended_at END
        WHERE generation = $generation
        """,
        ("$state", state == ReindexState.RolledBack ? "rolled-back" : LedgerRows.Word(state)), ("$detail", detail), ("$now", Now()), ("$generation", generation)));

    /// <summary>
    /// After the switch, some at a time, so that nobody waits: each document's line says by what it was made, and its history that it was.
    /// </summary>
    /// <returns>How many were told; 0 when all are.</returns>
    public int TellReindexed(int generation, int most) => Database.InTransaction(() =>
    {
        const string Told = "(SELECT document FROM reindex_items WHERE generation = $generation AND state = 'done' ORDER BY arrival LIMIT $most)";
        (string, object?)[] values = [("$generation", generation), ("$most", most), ("$now", Now()), ("$detail", $"generation {generation}")];
        Database.Execute(
            $"""
            INSERT INTO events (document, step, at, outcome, versions, who, detail)
            SELECT i.document, 'reindex', $now, iif(i.changed = 1, 'changed', 'same'), i.understood_by, r.who, $detail || ' from ' || r.source
            FROM reindex_items i JOIN reindexes r ON r.generation = i.generation
            WHERE i.generation = $generation AND i.document IN {Told} AND i.understood_by IS NOT NULL
            """, values);
        Database.Execute(
            $"""
            UPDATE documents SET updated_at = $now, doubtful_pages = i.doubtful_pages,
                read_by = coalesce(i.read_by, documents.read_by), understood_by = coalesce(i.understood_by, documents.understood_by)
            FROM reindex_items i
            WHERE i.document = documents.id AND i.generation = $generation AND i.document IN {Told} AND documents.state = 'searchable'
                AND i.understood_by IS NOT NULL
            """, values);
        return Database.Execute($"UPDATE reindex_items SET state = 'told' WHERE generation = $generation AND document IN {Told}", values);
    });

    /// <summary>The same the other way round, after the generation was taken back.</summary>
    /// <param name="by">The generation that went back, which may have made some documents anew.</param>
    /// <returns>How many were told; 0 when all are.</returns>
    public int TellRolledBack(int generation, string who, int most, int? by = null) => Database.InTransaction(() =>
    {
        const string Told = "(SELECT document FROM reindex_items WHERE generation = $generation AND state = 'told' ORDER BY arrival LIMIT $most)";
        (string, object?)[] values = [("$generation", generation), ("$most", most), ("$now", Now()), ("$who", who), ("$detail", $"generation {generation}"), ("$by", by)];
        Database.Execute(
            $"""
            INSERT INTO events (document, step, at, outcome, versions, who, detail)
            SELECT i.document, 'rollback', $now, 'done', i.understood_before, $who, $detail FROM reindex_items i
            WHERE i.generation = $generation AND i.document IN {Told} AND i.understood_by IS NOT NULL
            """, values);
        Database.Execute(
            $"""
            UPDATE documents SET updated_at = $now, doubtful_pages = i.doubtful_before,
                read_by = iif(i.read_by IS NULL, documents.read_by, i.read_before), understood_by = i.understood_before
            FROM reindex_items i
            WHERE i.document = documents.id AND i.generation = $generation AND i.document IN {Told} AND documents.state = 'searchable'
                AND i.understood_by IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM reindex_items n WHERE n.generation = $by AND n.document = i.document AND n.understood_by IS NOT NULL)
            """, values);
        return Database.Execute($"UPDATE reindex_items SET state = 'done' WHERE generation = $generation AND document IN {Told}", values);
    });

    private void AddItem(int generation, DocumentId id) => Database.Execute(
        """
        INSERT INTO reindex_items (generation, document, arrival)
        SELECT $generation, id, arrival FROM documents WHERE id = $id AND state = 'searchable'
        """,
        ("$generation", generation), ("$id", id.Hex));

    private void Keep(int generation, ReindexResult result) => Database.Execute(
        """
        INSERT INTO reindex_items
        SELECT $generation, $id, arrival, $state, $pages, $entries, $entriesBefore, $doubtful, $doubtfulBefore, $changed,
            $decisionsBefore, $decisionsLost, $decisionsGained, $valuesBefore, $valuesLost, $valuesGained,
            $readBy, $readBefore, $understoodBy, $understoodBefore, $detail
        FROM documents WHERE id = $id
        ON CONFLICT (generation, document) DO UPDATE SET
            arrival = excluded.arrival, state = excluded.state, pages = excluded.pages, entries = excluded.entries,
            entries_before = excluded.entries_before, doubtful_pages = excluded.doubtful_pages, doubtful_before = excluded.doubtful_before,
            changed = excluded.changed, decisions_before = excluded.decisions_before, decisions_lost = excluded.decisions_lost,
            decisions_gained = excluded.decisions_gained, values_before = excluded.values_before, values_lost = excluded.values_lost,
            values_gained = excluded.values_gained, read_by = excluded.read_by, read_before = excluded.read_before,
            understood_by = excluded.understood_by, understood_before = excluded.understood_before, detail = excluded.detail
        """,
        ("$generation", generation), ("$id", result.Id.Hex), ("$state", result.Failure is null ? "done" : "failed"), ("$pages", result.Pages),
        ("$entries", result.Entries), ("$entriesBefore", result.EntriesBefore), ("$doubtful", result.DoubtfulPages),
        ("$doubtfulBefore", result.DoubtfulBefore), ("$changed", result.IsChanged), ("$decisionsBefore", result.DecisionsBefore),
        ("$decisionsLost", result.DecisionsLost), ("$decisionsGained", result.DecisionsGained), ("$valuesBefore", result.ValuesBefore),
        ("$valuesLost", result.ValuesLost), ("$valuesGained", result.ValuesGained), ("$readBy", result.ReadBy), ("$readBefore", result.ReadBefore),
        ("$understoodBy", result.UnderstoodBy), ("$understoodBefore", result.UnderstoodBefore), ("$detail", result.Failure));
}
