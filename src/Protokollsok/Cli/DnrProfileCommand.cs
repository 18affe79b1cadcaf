using System.CommandLine;
using System.Runtime.CompilerServices;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Cli;

/// <summary><c>dnr-profile</c>: proposes how this municipality writes its case numbers, from the documents that are here. A person looks at it and names it in the settings.</summary>
internal static class DnrProfileCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var command = new Command("dnr-profile", "propose a case number profile for the setting knowledge.dnr-profile, from the archive's documents") { data };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(data)!, cancel));
        return command;
    }

    private static Task<int> Run(string data, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        using var ledger = CommonOptions.ExistingLedger(home);
        var proposed = DnrProfileProposer.Propose(RecordsAsync(new DocumentArchive(home.Data), ledger, cancel).ToBlockingEnumerable(cancel)).Format();
        Output.Results.Write(proposed);
        if (proposed.Length == 0) Output.Messages.WriteLine("protokollsok: the documents do not agree on anything yet; a few dozen with case numbers and dates are needed.");
        return Task.FromResult(ExitCode.Done);
    }

    private static async IAsyncEnumerable<DocumentRecord> RecordsAsync(DocumentArchive archive, LedgerReader ledger, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var id in ledger.SearchableIds())
        {
            if (await archive.LoadRecordAsync(id, cancel) is { } record) yield return record;
        }
    }
}
