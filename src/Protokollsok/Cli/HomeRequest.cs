using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Intake;
using Protokollsok.Processing;

namespace Protokollsok.Cli;

/// <summary>
/// A request to whoever holds the home: a running <c>serve</c> does it within a second or two, else this process does it itself. Which of
/// the two is found out by trying, again and again until there is an answer: a service may start or end meanwhile.
/// </summary>
internal static class HomeRequest
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>The answers, and whether this process did it, and the work that came of it.</returns>
    public static async Task<(IReadOnlyList<UpkeepAnswer> Answers, bool IsOwn)> AskAsync(Home home, Settings settings, UpkeepRequest request, CancellationToken cancel)
    {
        var requests = new RequestFolder(home.Data, new DocumentArchive(home.Data).Files);
        var name = requests.Add(request);
        while (true)
        {
            if (requests.TakeAnswer(name) is { } answered) return (answered, false);
            if (await TryOwnAsync(home, settings, name, cancel) is { } own) return (own, true);
            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    /// <summary>The user of the operating system.</summary>
    public static string Who => Environment.UserName;

    /// <summary>The documents that the ids, or their beginnings, name.</summary>
    /// <exception cref="WrongUseException">One names none, or several.</exception>
    public static IReadOnlyList<DocumentId> Find(Home home, IEnumerable<string> ids)
    {
        using var ledger = CommonOptions.ExistingLedger(home);
        return [.. ids.Select(id => ledger.FindByStart(id) switch
        {
            [var one] => one,
            [] => throw new WrongUseException($"There is no document {id}."),
            _ => throw new WrongUseException($"More than one document begins with {id}; write more of it."),
        })];
    }

    /// <returns><see langword="null"/> when another program holds the home, or it could not be done now.</returns>
    private static async Task<IReadOnlyList<UpkeepAnswer>?> TryOwnAsync(Home home, Settings settings, string name, CancellationToken cancel)
    {
        Workshop workshop;
        try
        {
            workshop = await Workshop.OpenAsync(home, settings, watches: false, TimeProvider.System, cancel);
        }
        catch (HomeInUseException)
        {
            return null;
        }

        await using (workshop)
        {
            void Tell(string what, string why) => Output.Messages.WriteLine($"protokollsok: {what} waits and is tried again: {why}");
            await workshop.Requests.ExecuteAsync(workshop.Upkeep, Tell, cancel);
            if (workshop.Requests.TakeAnswer(name) is not { } answers) return null;
            // What else waits is the service's.
            var retried = answers.Where(answer => answer.Outcome == UpkeepOutcome.Retried).Select(answer => answer.Id).ToHashSet();
            await new Worker(workshop.Ledger, workshop.Pipeline, settings.SideBySide, settings.RetryPauses, TimeProvider.System, Tell, retried).DrainAsync(cancel);
            await new ReceiptWriter(home, workshop.Ledger, workshop.Archive, PublicAddress.Of(settings), Tell).WriteDueAsync(cancel);
            return answers;
        }
    }
}
