using System.CommandLine;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search;

namespace Protokollsok.Cli;

/// <summary><c>verify</c>: fixity of every original; ledger against archive against index.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var repair = new Option<bool>("--repair") { Description = "make again what can be made again: the index, both halves of a document, the ledger of a found original" };
        var command = new Command("verify", "check every original's checksum, and ledger against archive against index") { data, repair, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(repair), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string data, bool repair, bool json, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        if (repair)
        {
            // Opening a home for work mends the index and what was cut short.
            await using var workshop = await Processing.Workshop.OpenAsync(home, CommonOptions.SettingsOf(data), watches: false, TimeProvider.System, cancel);
            Output.Messages.WriteLine($"protokollsok: {workshop.Mended} documents added to the index or removed from it");
            await MendAsync(workshop, cancel);
        }

        using var ledger = CommonOptions.ExistingLedger(home);
        var verification = new Verification(new DocumentArchive(home.Data), ledger);
        List<Fault> faults = [];
        await foreach (var fault in verification.VerifyAsync(cancel)) faults.Add(fault);
        faults.AddRange(await IndexFaultsAsync(home, ledger, cancel));
        Write(new VerifyReport(verification.Checked, faults), json);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static async Task MendAsync(Processing.Workshop workshop, CancellationToken cancel)
    {
        var (mending, entered) = (new Processing.Mending(workshop), new HashSet<DocumentId>());
        await foreach (var fault in new Verification(workshop.Archive, workshop.Ledger).VerifyAsync(cancel))
        {
            if (!await TryMendAsync(mending, fault, cancel)) continue;
            Output.Messages.WriteLine($"protokollsok: mended {fault.Code}: {fault.Id}");
            if (fault.Code == FaultCode.NotInLedger) entered.Add(fault.Id!);
        }

        await new Processing.Worker(
            workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System,
            (what, why) => Output.Messages.WriteLine($"protokollsok: {what} waits and is tried again: {why}"), entered).DrainAsync(cancel);
    }

    /// <summary>A fault that cannot be mended must not keep the others from it.</summary>
    private static async Task<bool> TryMendAsync(Processing.Mending mending, Fault fault, CancellationToken cancel)
    {
        try
        {
            return await mending.MendAsync(fault, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Output.Messages.WriteLine($"protokollsok: could not mend {fault.Code}: {fault.Id}: {e.Message}");
            return false;
        }
    }

    private static async Task<IEnumerable<Fault>> IndexFaultsAsync(Home home, LedgerReader ledger, CancellationToken cancel)
    {
        // Another program may write meanwhile: what the ledger said before must be in the index, and what is in the index the ledger must know after.
        var before = ledger.SearchableIds();
        using var model = SwedishModel.OpenDefault();
        await using var index = await SearchIndex.OpenAsync(home.Index, readOnly: true, new WordAnalyzer(model), cancellationToken: cancel);
        var held = await index.DocumentIdsAsync(cancel);
        return
        [
            .. before.Except(held).Select(id => new Fault(id, "index-missing", $"{id}: the ledger calls it searchable and the index does not hold it; run verify --repair.")),
            .. held.Where(id => ledger.Find(id) is not { State: DocumentState.Searchable or DocumentState.Understood }).Select(id => new Fault(id, "index-extra", $"{id}: the index holds it and the ledger does not call it searchable; run verify --repair.")),
        ];
    }

    private static void Write(VerifyReport report, bool json)
    {
        if (json)
        {
            Output.WriteJson(report);
            return;
        }

        foreach (var fault in report.Faults) Output.Results.WriteLine($"{fault.Code}: {fault.Message}");
        Output.Results.WriteLine($"{report.Checked} checked, {report.Faults.Count} faults");
    }
}
