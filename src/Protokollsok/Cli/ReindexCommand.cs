using System.CommandLine;
using System.Globalization;
using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary><c>reindex</c>: texts and index made again beside what is in force, and switched at once when all agrees. Also while <c>serve</c> runs, which then does it.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var from = new Option<string>("--from") { Description = "where to begin: text (what was read, no new reading), record (the index only) or scan (read anew)", DefaultValueFactory = _ => "text", HelpName = "scan|text|record" };
        from.AcceptOnlyFromAmong("scan", "text", "record");
        var only = new Option<string[]>("--only") { Description = $"not everything: {Selection.Words}; several hold at once", HelpName = "WHAT", DefaultValueFactory = _ => [] };
        var dryRun = new Option<bool>("--dry-run") { Description = "tell what would change, as a table, CSV and HTML, and change nothing" };
        var report = new Option<string?>("--report") { Description = "where the reports of --dry-run are put (default: logs in the home)", HelpName = "DIR" };
        var budget = new Option<string?>("--stop-if-lost") { Description = "switch nothing if more than this share of decisions or of values would be lost", HelpName = "0.1%" };
        var rollback = new Option<bool>("--rollback") { Description = "back to what was in force before the last switch" };
        var abandon = new Option<bool>("--abandon") { Description = "give up what is being made" };
        var command = new Command("reindex", "make texts and index again from what was read, beside what is in force") { data, from, only, dryRun, report, budget, rollback, abandon, json };
        command.Validators.Add(result =>
        {
            if (new[] { dryRun, rollback, abandon }.Count(result.GetValue) > 1) result.AddError("Only one of --dry-run, --rollback and --abandon can be meant.");
        });
        command.SetAction((parsed, cancel) =>
        {
            var order = new ReindexOrder(
                Enum.Parse<ReindexSource>(parsed.GetValue(from)!, ignoreCase: true), [.. parsed.GetValue(only)!.Select(Absolute)], Share(parsed.GetValue(budget)), parsed.GetValue(rollback), parsed.GetValue(abandon));
            var run = new ReindexRunner(parsed.GetValue(data)!, order, parsed.GetValue(json));
            return parsed.GetValue(dryRun) ? run.TryAsync(parsed.GetValue(report), cancel) : run.RunAsync(cancel);
        });
        return command;
    }

    /// <summary>The service that reads the list may have another folder than the one who asks.</summary>
    private static string Absolute(string term) => term.StartsWith("list:", StringComparison.Ordinal) ? "list:" + Path.GetFullPath(term["list:".Length..]) : term;

    /// <exception cref="WrongUseException">It is no share.</exception>
    private static double? Share(string? text)
    {
        if (text is null) return null;
        var number = text.TrimEnd('%', ' ');
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && (value = text.EndsWith('%') ? value / 100 : value) is >= 0 and <= 1
            ? value
            : throw new WrongUseException($"--stop-if-lost {text}: a share like 0.1% was expected.");
    }
}
