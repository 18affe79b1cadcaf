using System.CommandLine;

namespace Protokollsok.Bench;

/// <summary><c>bench search</c>.</summary>
internal static class SearchBenchCommand
{
    public static Command Create()
    {
        var entries = new Option<int>("--entries") { Description = "how many invented entries; 1000000 for the large archive, 0 for the domain's queries alone", DefaultValueFactory = _ => 200_000, HelpName = "N" };
        var queries = new Option<int>("--queries") { Description = "queries of each kind", DefaultValueFactory = _ => 500, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "the same seed gives the same archive", DefaultValueFactory = _ => 1, HelpName = "N" };
        var keep = new Option<string?>("--keep") { Description = "where the index stays for the next run", HelpName = "DIR" };
        var alone = new Option<bool>("--alone") { Description = "without SQLite's FTS5 and recoll beside it" };
        var command = new Command("search", "what is found at which place, how fast is indexed and answered, beside SQLite's FTS5") { entries, queries, seed, keep, alone };
        command.SetAction((parsed, cancel) => new SearchBench(new SearchBenchOptions(
            parsed.GetValue(entries), parsed.GetValue(queries), parsed.GetValue(seed), parsed.GetValue(keep), !parsed.GetValue(alone))).RunAsync(cancel));
        return command;
    }
}
