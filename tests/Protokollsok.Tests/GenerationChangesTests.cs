using Protokollsok.Documents;

namespace Protokollsok.Tests;

/// <summary>What happens to documents while, before and after they are made again.</summary>
public sealed class GenerationChangesTests
{
    private const string Damaged = """
        Salgasens kommun
        Tekniknamnden

        Végen dr i ddligt skick och anvinds av manga barn pé vag till
        f6rskolan. Forvaltningen bedomer att atgdrden &r nodvéndig och
        Elever fran byn har sokt till skolan i omradet. Kommunen bor
        ocksa se over gatubelysningen for de skolelever som gar hem pa
        kvallen, eftersom det ar morkt langs hela strackan under vintern.
        """;

    [Fact]
    public async Task A_document_that_is_corrected_while_its_round_is_kept_is_made_again()
    {
        await using var home = await OpenHome.OpenAsync(InventedMinutes.Clean, InventedMinutes.Numbered(2));
        var id = home.Ids[0];
        // As older rules had left it: what only follows the correction would keep that.
        await home.Workshop.Archive.SaveRecordAsync(home.RecordOf(id) with { Title = "Gammalt" });
        // All of the round is made and put into the new index by then, and the ledger does not know of it yet.
        home.Strike("flush file system", () => home.CorrectAsync(id, "board", "Teaternämnden"));

        var report = await home.ReindexAsync();

        Assert.NotEqual("Gammalt", home.RecordOf(id).Title);
        Assert.Equal((2, "Teaternämnden"), (home.Workshop.Archive.Generations.Current, home.RecordOf(id).Board!.Value));
        Assert.Equal((2, 0), (report.Totals!.Documents, report.Totals.Waiting));
        Assert.NotEqual(0, await home.HitsAsync("board:teaternämnden"));
    }

    [Fact]
    public async Task A_document_that_is_deleted_while_its_round_is_kept_stays_deleted()
    {
        await using var home = await OpenHome.OpenAsync(InventedMinutes.Clean, InventedMinutes.Numbered(2));
        var (gone, left) = (home.Ids[0], home.Ids[1]);
        home.Strike("flush file system", () => home.Workshop.Upkeep.DeleteAsync(gone, "anna", "fel", CancellationToken.None));

        await home.ReindexAsync();

        Assert.Equal([left], home.Ids);
        Assert.Equal(0, await home.HitsAsync("dnr:\"ON 2019-117\""));
        Assert.NotEqual(0, await home.HitsAsync("dnr:\"ON 2019-2\""));
    }

    [Fact]
    public async Task Going_back_keeps_what_people_corrected_before_and_after()
    {
        await using var home = await OpenHome.OpenAsync(Damaged, InventedMinutes.Clean, InventedMinutes.Numbered(2), InventedMinutes.Numbered(3));
        var (repaired, before, withdrawn, failing) = (home.Ids[0], home.Ids[1], home.Ids[2], home.Ids[3]);
        Assert.Contains("Förvaltningen", home.TextOf(repaired), StringComparison.Ordinal);
        await home.CorrectAsync(before, "board", "Teaternämnden");
        await home.CorrectAsync(withdrawn, "board", "Dansnämnden");
        File.Delete(Path.Combine(Path.GetDirectoryName(home.Workshop.Archive.OriginalPath(failing))!, "reading.json.gz"));
        Assert.Equal(1, (await home.ReindexAsync()).Totals!.Failed);
        await home.CorrectAsync(repaired, "repair", "Förvaltningen");
        await home.CorrectAsync(withdrawn, "board", null);
        await home.CorrectAsync(failing, "board", "Sångnämnden");

        await home.RollBackAsync();

        Assert.Contains("Forvaltningen", home.TextOf(repaired), StringComparison.Ordinal);
        Assert.Equal(("Teaternämnden", "Omsorgsnämnden", "Sångnämnden"), (home.RecordOf(before).Board!.Value, home.RecordOf(withdrawn).Board!.Value, home.RecordOf(failing).Board!.Value));
        Assert.NotEqual(0, await home.HitsAsync("board:sångnämnden"));
        Assert.Equal(0, await home.HitsAsync("board:dansnämnden"));
        Assert.Equal(home.Workshop.Tools.Understanding.Version, home.Workshop.Ledger.Find(repaired)!.UnderstoodBy);
    }

    [Fact]
    public async Task What_is_corrected_while_it_goes_back_holds()
    {
        await using var home = await OpenHome.OpenAsync(InventedMinutes.Clean, InventedMinutes.Numbered(2));
        var (id, other) = (home.Ids[0], home.Ids[1]);
        await home.ReindexAsync();
        await home.CorrectAsync(other, "board", "Sångnämnden");
        home.Strike("flush file system", () => home.CorrectAsync(id, "board", "Teaternämnden"));

        await home.RollBackAsync();

        Assert.Equal(("Teaternämnden", "Sångnämnden"), (home.RecordOf(id).Board!.Value, home.RecordOf(other).Board!.Value));
        Assert.NotEqual(0, await home.HitsAsync("board:teaternämnden"));
    }

    [Fact]
    public async Task What_was_made_otherwise_before_a_stop_counts_no_more()
    {
        await using var home = await OpenHome.OpenAsync(InventedMinutes.Clean);
        var id = home.Ids[0];
        // As a program leaves it that was killed after it had put this down: by another rule, or before a correction was taken back.
        home.Workshop.Ledger.BeginReindex(1, "text", "everything", home.Workshop.Tools.Understanding.Version, "anna", null, selected: null);
        home.Workshop.Archive.StageRecord(id, DocumentsJson.ToUtf8(home.RecordOf(id) with { Title = "Gammalt" }), 2);
        await home.ReopenAsync();

        home.Workshop.Reindexing.Resume();
        await home.Workshop.Reindexing.Work;

        Assert.Equal(2, home.Workshop.Archive.Generations.Current);
        Assert.NotEqual("Gammalt", home.RecordOf(id).Title);
        Assert.Equal([1], home.Workshop.Archive.RecordsOf(id));
    }
}
