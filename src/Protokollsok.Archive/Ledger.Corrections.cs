using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <content>What people know better.</content>
public sealed partial class Ledger
{
    /// <summary>Keeps what a person says. It is to be applied, and then told to <see cref="MarkApplied"/>.</summary>
    /// <param name="was">What the rules said.</param>
    /// <param name="replaces">Whether it takes the place of earlier corrections of the same field.</param>
    /// <param name="inPlaceOf">Or whose place it takes alone.</param>
    /// <returns>Its number.</returns>
    public long Correct(DocumentId id, string field, string value, string? was, string who, bool replaces, long? inPlaceOf = null) => Database.InTransaction(() =>
    {
        var entry = Known(id);
        if (entry.State == DocumentState.Deleted)
            throw Illegal(entry, "corrected");
        if (replaces)
            Withdraw(id, field);
        if (inPlaceOf is { } older)
            Database.Execute("UPDATE corrections SET withdrawn = 1, applied = 0 WHERE document = $id AND seq = $older", ("$id", id.Hex), ("$older", older));
        // The value stands in the correction alone, which a deletion takes along; events stay.
        Note(id, "correct", outcome: field, who: who);
        return Database.Number(
            "INSERT INTO corrections (document, field, value, was, who, at) VALUES ($id, $field, $value, $was, $who, $now) RETURNING seq",
            ("$id", id.Hex), ("$field", field), ("$value", value), ("$was", was), ("$who", who), ("$now", Now()));
    });

    /// <summary>Takes the corrections of a field back: the rules say again what it is.</summary>
    /// <returns>How many there were.</returns>
    public int WithdrawCorrections(DocumentId id, string field, string who) => Database.InTransaction(() =>
    {
        int withdrawn = Withdraw(id, field);
        if (withdrawn > 0)
            Note(id, "correct", outcome: field, who: who, detail: null);
        return withdrawn;
    });

    /// <summary>Takes one correction back; those of its field that it stood beside hold on.</summary>
    /// <returns>Whether there was one that held.</returns>
    public bool WithdrawCorrection(long seq, string who) => Database.InTransaction(() =>
    {
        if (CorrectionOf(seq) is not { } correction)
            return false;
        Database.Execute("UPDATE corrections SET withdrawn = 1, applied = 0 WHERE seq = $seq", ("$seq", seq));
        Note(correction.Id, "correct", outcome: correction.Field, who: who);
        return true;
    });

    /// <summary>Record and index have the document's corrections up to this one.</summary>
    public void MarkApplied(DocumentId id, long upTo) => Database.InTransaction(() =>
    {
        int applied = Database.Execute("UPDATE corrections SET applied = 1 WHERE document = $id AND seq <= $upTo AND applied = 0", ("$id", id.Hex), ("$upTo", upTo));
        if (applied > 0)
        {
            // Who keeps a copy of the archive asks for what has changed since.
            Database.Execute("UPDATE documents SET updated_at = $now WHERE id = $id", ("$id", id.Hex), ("$now", Now()));
            Note(id, "apply");
        }

        return applied;
    });

    /// <summary>The number of the latest correction of any document.</summary>
    public long LastCorrection() => Database.Number("SELECT coalesce(max(seq), 0) FROM corrections");

    private int Withdraw(DocumentId id, string field) => Database.Execute(
        "UPDATE corrections SET withdrawn = 1, applied = 0 WHERE document = $id AND field = $field AND withdrawn = 0", ("$id", id.Hex), ("$field", field));

    /// <summary>They say what stood in the document, and go with it.</summary>
    private void ForgetCorrections(DocumentId id) => Database.Execute("DELETE FROM corrections WHERE document = $id", ("$id", id.Hex));
}
