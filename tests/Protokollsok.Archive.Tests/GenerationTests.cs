using Protokollsok.Documents;
using static Protokollsok.Archive.Tests.TempHome;

namespace Protokollsok.Archive.Tests;

public sealed class GenerationTests : IDisposable
{
    private readonly TempHome _home = new();

    [Theory]
    [InlineData("1", 1, "", 1)]
    [InlineData("1 2", 1, "", 1)] // the second is being made
    [InlineData("1 2", 2, "", 2)]
    [InlineData("1 2", 3, "", 2)] // it was not part of the third
    [InlineData("1 2", 3, "2", 1)] // gone back
    [InlineData("2", 3, "2", 2)] // it came after the switch that was taken back
    [InlineData("3", 2, "", 0)]
    [InlineData("", 2, "", 0)]
    public void The_half_in_force_is_the_latest_that_counts(string there, int current, string withdrawn, int chosen) =>
        Assert.Equal(chosen, new Generations(current, "index", null, Numbers(withdrawn)).Choose(Numbers(there)));

    [Fact]
    public async Task A_staged_record_counts_from_the_switch_on_and_no_more_when_it_is_withdrawn()
    {
        var archive = _home.Archive();
        var id = await archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        await archive.SaveRecordAsync(Titled(id, "före"));

        archive.StageRecord(id, DocumentsJson.ToUtf8(Titled(id, "efter")), 2);
        archive.FlushStaged();
        Assert.Equal("före", (await archive.LoadRecordAsync(id))!.Title);

        archive.Switch(new Generations(2, "index-2", "index", []));
        Assert.Equal("efter", (await archive.LoadRecordAsync(id))!.Title);
        Assert.Equal("efter", (await _home.Archive().LoadRecordAsync(id))!.Title);
        Assert.Equal([1, 2], archive.RecordsOf(id));
        Assert.Equal("före", DocumentsJson.Parse<DocumentRecord>(archive.RecordBytes(id, 1)!).Title);

        archive.Switch(new Generations(3, "index", null, [2]));
        Assert.Equal("före", (await archive.LoadRecordAsync(id))!.Title);
    }

    [Theory]
    [InlineData("1 2 3 4", 4, "", 2, "2 3 4")]
    [InlineData("1 2 3 4", 4, "", 5, "1 2 3 4")]
    [InlineData("1 2 3 4 5", 4, "", 1, "3 4 5")] // the fifth is being made
    [InlineData("1 2 3", 4, "3", 1, "1 2")] // what was taken back goes first
    [InlineData("2", 4, "", 1, "2")]
    public async Task Of_what_was_in_force_once_the_latest_stay(string there, int current, string withdrawn, int kept, string left)
    {
        var archive = _home.Archive();
        var id = await archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        foreach (int generation in Numbers(there))
            archive.StageRecord(id, "{}"u8, generation);
        archive.Switch(new Generations(current, "index", null, Numbers(withdrawn)));

        archive.RemoveSuperseded(id, kept);

        Assert.Equal(Numbers(left), archive.RecordsOf(id));
    }

    [Fact]
    public async Task Nothing_is_staged_beside_a_deleted_original()
    {
        var archive = _home.Archive();
        var id = await archive.StoreOriginalAsync(_home.Drop("a.txt", "ett"));
        archive.RemoveAll(id);

        Assert.Throws<InvalidOperationException>(() => archive.StageRecord(id, "{}"u8, 2));
        Assert.Empty(archive.FilesOf(id));
    }

    [Fact]
    public void A_generation_goes_from_building_to_done_and_its_history_is_told_once()
    {
        var (ledger, id) = (_home.Ledger(), IdOf("ett"));
        Searchable(ledger, id);
        var run = ledger.BeginReindex(1, "text", "everything", "rules 2", "anna", null, selected: null);
        Assert.Equal((2, true, ReindexState.Building), (run.Generation, run.IsWhole, run.State));
        Assert.Throws<InvalidOperationException>(() => ledger.BeginReindex(1, "text", "everything", "rules 2", "anna", null, selected: null));
        Assert.Equal([id], ledger.ReindexWaiting(2, 0, 10).Select(item => item.Id));

        ledger.KeepReindexed(2, [new ReindexResult(id) { Pages = 3, Entries = 4, IsChanged = true, UnderstoodBy = "rules 2", UnderstoodBefore = "rules 1", DoubtfulPages = 1 }], ledger.LastEvent());
        Assert.Equal("rules 1", ledger.Find(id)!.UnderstoodBy);
        Assert.Equal((1, 0, 4), (ledger.ReindexTotals(2).Documents, ledger.ReindexTotals(2).Waiting, ledger.ReindexTotals(2).Entries));
        ledger.MarkReindex(2, ReindexState.Switched);
        Assert.Equal(1, ledger.TellReindexed(2, 10));
        Assert.Equal(0, ledger.TellReindexed(2, 10));
        ledger.MarkReindex(2, ReindexState.Done);

        Assert.Equal("rules 2", ledger.Find(id)!.UnderstoodBy);
        Assert.Equal(1, ledger.Cover().DoubtfulPages);
        Assert.Single(ledger.History(id), line => line is { Step: "reindex", Outcome: "changed", Versions: "rules 2", Who: "anna" });
        Assert.Null(ledger.UnfinishedReindex());

        Assert.Equal(1, ledger.TellRolledBack(2, "anna", 10));
        Assert.Equal("rules 1", ledger.Find(id)!.UnderstoodBy);
        Assert.Equal(3, ledger.BeginReindex(1, "record", "rollback", "rules 2", "anna", null, []).Generation);
        Assert.Empty(ledger.Contradictions());
    }

    [Fact]
    public void What_happened_while_nobody_followed_is_to_be_made_again()
    {
        var (ledger, id, other) = (_home.Ledger(), IdOf("ett"), IdOf("två"));
        Searchable(ledger, id);
        var run = ledger.BeginReindex(1, "text", "everything", "rules 2", "anna", null, selected: null);
        ledger.KeepReindexed(2, [new ReindexResult(id)], ledger.LastEvent());
        Assert.Empty(ledger.ReindexWaiting(2, 0, 10));

        Searchable(ledger, other);
        ledger.Correct(id, "board", "Kulturnämnden", "Teaternämnden", "anna", replaces: true);
        Assert.DoesNotContain(id, ledger.ChangedSince(ledger.UnfinishedReindex()!.SeenEvent));
        ledger.MarkApplied(id, ledger.LastCorrection());

        var changed = ledger.ChangedSince(ledger.UnfinishedReindex()!.SeenEvent);
        Assert.Equal(new HashSet<DocumentId> { id, other }, changed.ToHashSet());
        ledger.ReopenReindexed(run.Generation, changed);
        Assert.Equal(2, ledger.ReindexWaiting(2, 0, 10).Count);
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_one_before_and_goes_with_its_document()
    {
        var (ledger, id) = (_home.Ledger(), IdOf("ett"));
        Searchable(ledger, id);
        ledger.Correct(id, "board", "Kulturnämnden", "Teaternämnden", "anna", replaces: true);
        ledger.Correct(id, "board", "Fritidsnämnden", "Teaternämnden", "bo", replaces: true);

        Assert.Equal("Fritidsnämnden", Assert.Single(ledger.CorrectionsOf(id)).Value);
        Assert.Equal([id], ledger.Unapplied());
        ledger.MarkApplied(id, ledger.LastCorrection());
        Assert.Empty(ledger.Unapplied());
        Assert.Equal(1, ledger.WithdrawCorrections(id, "board", "anna"));
        Assert.Equal([id], ledger.Unapplied());

        ledger.Correct(id, "board", "Fritidsnämnden", "Teaternämnden", "bo", replaces: true);
        ledger.Delete(id, "anna", "fel");
        Assert.Empty(ledger.CorrectionsOf(id));
        Assert.Equal(["board", "board", "board", "board"], ledger.History(id).Where(line => line.Step == "correct").Select(line => line.Outcome));
    }

    [Fact]
    public void An_intake_that_was_cut_short_goes_on_and_one_that_ended_begins_anew()
    {
        var (ledger, id) = (_home.Ledger(), IdOf("ett"));
        ledger.Receive(id, "gammal.pdf", "/arkiv/a.pdf", 3, ArrivalOrigin.Ingest);
        var first = ledger.BeginIntake("/arkiv");
        Assert.Null(ledger.TakenBy(first, "/arkiv/a.pdf"));
        ledger.Receive(IdOf("två"), "b.pdf", "/arkiv/b.pdf", 3, ArrivalOrigin.Ingest);

        var again = ledger.BeginIntake("/arkiv");
        Assert.Equal((first.Seq, true), (again.Seq, again.IsResumed));
        Assert.Equal(IdOf("två"), ledger.TakenBy(again, "/arkiv/b.pdf")!.Id);
        ledger.EndIntake(again);
        Assert.False(ledger.BeginIntake("/arkiv").IsResumed);
    }

    [Fact]
    public void Several_changes_together_are_all_there_or_none()
    {
        var ledger = _home.Ledger();
        Assert.Throws<InvalidOperationException>(() => ledger.Together(() =>
        {
            ledger.Receive(IdOf("ett"), "a.pdf", "/a.pdf", 3);
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, ledger.Count().Received);
    }

    public void Dispose() => _home.Dispose();

    private static void Searchable(Ledger ledger, DocumentId id)
    {
        ledger.Receive(id, "a.pdf", $"/inbox/{id.Hex}.pdf", 3);
        ledger.MarkRead(id, "engine 1", "application/pdf", 3);
        ledger.MarkUnderstood(id, "rules 1");
        ledger.MarkSearchable([id]);
    }

    private static DocumentRecord Titled(DocumentId id, string title) => Record(id) with { Title = title };

    private static List<int> Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
