using Protokollsok.Language;
using Protokollsok.Processing;

namespace Protokollsok.Tests;

/// <summary><c>learn</c>: an archive's own sound pages teach repair the words of the place.</summary>
public sealed class LearningTests
{
    private const string Sound = """
        Tekniknämnden

        Ärendet

        Vägen genom Bråstorpa är i dåligt skick och används av många barn på väg till förskolan i Gränsjöby. Förvaltningen bedömer att åtgärden är
        nödvändig och att den kan påbörjas tidigt på våren. Nämnden har också fått in synpunkter från boende i Bråstorpa och i Gränsjöby, som önskar
        en säkrare lösning för både gående och cyklister längs vägen.
        """;

    private const string Damaged = """
        Tekniknamnden

        Arendet

        Végen dr i ddligt skick och anvinds av manga barn pé vag till
        f6rskolan. Forvaltningen bedomer att atgdrden &r nodvéndig och
        Elever fran Brastorpa och Gransjoby har sokt till skolan i omradet.
        """;

    [Fact]
    public async Task The_words_of_sound_pages_are_learnt_once_and_used()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        var ingest = await TheProgram.RunAsync("ingest", folder.Write("a.txt", Sound), folder.Write("b.txt", Damaged), "--data", home);
        Assert.Equal(0, ingest.ExitCode);

        var learn = await TheProgram.RunAsync("learn", "--data", home);
        var again = await TheProgram.RunAsync("learn", "--data", home);
        Assert.Equal((0, 0), (learn.ExitCode, again.ExitCode));
        Assert.Contains("2 documents; new were 2, with 1 sound pages", learn.Output, StringComparison.Ordinal); // the other was repaired
        Assert.Contains("2 documents; new were 0", again.Output, StringComparison.Ordinal);

        var without = await TheProgram.RunAsync(Damaged, ["repair"]);
        var with = await TheProgram.RunAsync(Damaged, ["repair", "--data", home]);
        Assert.Contains("från Brastorpa och", without.Output, StringComparison.Ordinal);
        Assert.Contains("från Bråstorpa och Gränsjöby", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dry_run_tells_is_what_the_service_then_does_though_another_program_has_learnt_meanwhile()
    {
        await using var home = await OpenHome.OpenAsync(Sound, Damaged);
        var before = await ChangedInTrialAsync(home.Workshop.Home.Data);
        await Learning.LearnAsync(home.Workshop.Home, home.Workshop.Ledger, home.Workshop.Archive, Learning.AtOnce, CancellationToken.None);
        var trial = await ChangedInTrialAsync(home.Workshop.Home.Data);

        var done = await home.ReindexAsync();

        Assert.Equal((0, 1, 1), (before, trial, done.Totals!.Changed));
        Assert.Contains("från Bråstorpa och Gränsjöby", home.TextOf(home.Ids[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_service_what_a_dry_run_tells_is_done_too_and_nothing_learnt_in_between()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", Sound), folder.Write("b.txt", Damaged), "--data", home);

        var trial = await ChangedInTrialAsync(home);
        var done = await TheProgram.RunAsync("reindex", "--data", home, "--json");

        Assert.Equal((0, 0), (trial, (long)System.Text.Json.Nodes.JsonNode.Parse(done.Output)!["totals"]!["changed"]!));
    }

    private static async Task<long> ChangedInTrialAsync(string home) =>
        (long)System.Text.Json.Nodes.JsonNode.Parse((await TheProgram.RunAsync("reindex", "--dry-run", "--data", home, "--json")).Output)!["changed"]!;

    [Fact]
    public async Task Of_a_deleted_document_nothing_stays_and_the_others_need_not_be_learnt_again()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        await TheProgram.RunAsync("ingest", folder.Write("a.txt", Sound), folder.Write("b.txt", Sound.Replace("Bråstorpa", "Sällanby", StringComparison.Ordinal)), "--data", home);
        await TheProgram.RunAsync("learn", "--data", home);
        var search = await TheProgram.RunAsync("search", "Sällanby", "--data", home, "--json");
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(search.Output)!["hits"]![0]!["document"]!["id"]!;

        Assert.Equal(0, (await TheProgram.RunAsync("delete", id, "--reason", "fel", "--data", home)).ExitCode);

        var words = await File.ReadAllLinesAsync(Path.Combine(home, "knowledge", "learnt.txt"));
        Assert.DoesNotContain(words, line => line.Contains("sällanby", StringComparison.Ordinal) || line.Contains(id, StringComparison.Ordinal));
        Assert.Contains("word bråstorpa 2", words);
        Assert.Contains(words, line => line.StartsWith("pair ", StringComparison.Ordinal));
        Assert.Contains("word förvaltningen 1", words);
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(home, "knowledge"), "*", SearchOption.AllDirectories), path => path.Contains(id, StringComparison.Ordinal));
        Assert.Contains("1 documents; new were 0", (await TheProgram.RunAsync("learn", "--data", home)).Output, StringComparison.Ordinal);

        // As an older program left it, or somebody who tidied up: nobody knows what it taught, so all is learnt anew.
        Directory.Delete(Path.Combine(home, "knowledge", "learnt"), recursive: true);
        await TheProgram.RunAsync("delete", await OnlyIdAsync(home), "--reason", "fel", "--data", home);
        Assert.DoesNotContain("bråstorpa", await File.ReadAllTextAsync(Path.Combine(home, "knowledge", "learnt.txt")), StringComparison.Ordinal);
    }

    private static async Task<string> OnlyIdAsync(string home) =>
        (string)System.Text.Json.Nodes.JsonNode.Parse((await TheProgram.RunAsync("search", "Bråstorpa", "--data", home, "--json")).Output)!["hits"]![0]!["document"]!["id"]!;

    [Fact]
    public async Task The_words_of_a_deleted_document_are_forgotten_also_when_the_search_cannot_be_told()
    {
        await using var home = await OpenHome.OpenAsync(Sound);
        await Learning.LearnAsync(home.Workshop.Home, home.Workshop.Ledger, home.Workshop.Archive, Learning.AtOnce, CancellationToken.None);
        home.Workshop.TakeUpLearnt();
        Assert.NotEmpty(LearntWords.Load(Learning.PathIn(home.Workshop.Home)).Counts);
        using var cancelled = new CancellationTokenSource();
        home.Strike("condemn", cancelled.CancelAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => home.Workshop.Upkeep.DeleteAsync(home.Ids[0], "anna", "fel", cancelled.Token));

        Assert.Empty(LearntWords.Load(Learning.PathIn(home.Workshop.Home)).Counts);
    }

    [Fact]
    public async Task A_word_that_a_person_takes_back_by_command_is_taught_no_longer()
    {
        await using var home = await OpenHome.OpenAsync(Sound);
        await home.CorrectAsync(home.Ids[0], "repair", $"1/{home.TextOf(home.Ids[0]).IndexOf("Gränsjöby", StringComparison.Ordinal)}=Kvarnbotorp");
        Assert.Contains("kvarnbotorp", ReviewedWords.Load(home.Workshop.Home));

        await home.CorrectAsync(home.Ids[0], "repair", null);

        Assert.DoesNotContain("kvarnbotorp", ReviewedWords.Load(home.Workshop.Home));
        Assert.DoesNotContain("Kvarnbotorp", home.TextOf(home.Ids[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_taught_is_known_or_nobody_knows_it_but_never_half()
    {
        using var folder = new TemporaryFolder();
        var taught = new TaughtWords(Home.At(folder.File("home"), inbox: null));
        taught.Keep("aa", new Dictionary<string, int> { ["bråstorpa"] = 2 });
        taught.Keep("bb", new Dictionary<string, int>());
        taught.Keep("cc", new Dictionary<string, int> { ["bråstorpa råd"] = 3 });
        Assert.Equal([new("bråstorpa råd", 3)], taught.Of("cc")!);
        Assert.Equal([new("bråstorpa", 2)], taught.Of("aa")!);
        Assert.Empty(taught.Of("bb")!);

        // As a power cut leaves it.
        File.WriteAllBytes(folder.File("home/knowledge/learnt/bb/bb.txt.gz"), []);
        Assert.Null(taught.Of("bb"));
    }

    [Fact]
    public async Task A_document_that_teaches_nothing_does_not_keep_later_ones_from_being_learnt()
    {
        await using var home = await OpenHome.OpenAsync(Sound, Sound.Replace("Bråstorpa", "Sällanby", StringComparison.Ordinal));
        // The first record is damaged.
        var damaged = Directory.GetFiles(Path.Combine(home.Workshop.Home.Data, "archive", home.Ids[0].Hex[..2], home.Ids[0].Hex), "record*").Single();
        await File.WriteAllTextAsync(damaged, "x");

        var outcome = await Learning.LearnAsync(home.Workshop.Home, home.Workshop.Ledger, home.Workshop.Archive, most: 1, CancellationToken.None);

        Assert.Equal(1, outcome.New);
    }

    [Fact]
    public async Task Names_listed_by_hand_are_used()
    {
        using var folder = new TemporaryFolder();
        var home = folder.File("home");
        var names = folder.Write("namn.txt", "Bråstorpa\nGränsjöby # en by\n");
        Directory.CreateDirectory(home);
        await File.WriteAllTextAsync(Path.Combine(home, "protokollsok.settings"), $"[knowledge]\nnames = {names}\n");

        var repair = await TheProgram.RunAsync(Damaged, ["repair", "--data", home]);

        Assert.Contains("från Bråstorpa och Gränsjöby", repair.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_home_teaches_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, (await TheProgram.RunAsync("learn", "--data", folder.File("nothing"))).ExitCode);
    }
}
