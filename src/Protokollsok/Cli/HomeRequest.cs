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
    /// <summary>Opening a home costs seconds, and what a few tries cannot do a person has to mend.</summary>
    private const int MostOwnTries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns>The answers, and whether this process did it, and the work that came of it.</returns>
    /// <exception cref="IOException">It cannot be done now, and is not asked any more.</exception>
    public static async Task<(IReadOnlyList<UpkeepAnswer> Answers, bool IsOwn)> AskAsync(Home home, Settings settings, UpkeepRequest request, CancellationToken cancel)
    {
        var requests = new RequestFolder(home.Data, new DocumentArchive(home.Data).Files);
        var name = requests.Add(request);
        for (var ownTries = 0; ;)
        {
            if (requests.TakeAnswer(name) is { } answered) return (answered, false);
            var (isOwn, own) = await TryOwnAsync(home, settings, name, cancel);
            if (own is not null) return (own, true);
            if (isOwn && ++ownTries == MostOwnTries && requests.Withdraw(name)) throw new IOException("What was asked cannot be done now, and is not waiting any more; mend the cause and ask again.");
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

    /// <returns>Whether this process held the home, and the answers: none when another program holds it, or it could not be done now.</returns>
    private static async Task<(bool IsOwn, IReadOnlyList<UpkeepAnswer>? Answers)> TryOwnAsync(Home home, Settings settings, string name, CancellationToken cancel)
    {
        Workshop workshop;
        try
        {
            workshop = await Workshop.OpenAsync(home, settings, watches: false, TimeProvider.System, cancel);
        }
        catch (HomeInUseException)
        {
            return (false, null);
        }

        await using (workshop)
        {
            void Tell(string what, string why) => Output.Messages.WriteLine($"protokollsok: {what} waits and is tried again: {why}");
            await workshop.Requests.ExecuteAsync(workshop.Upkeep, Tell, cancel);
            if (workshop.Requests.TakeAnswer(name) is not { } answers) return (true, null);
            // What else waits is the service's.
            var retried = answers.Where(answer => answer.Outcome == UpkeepOutcome.Retried).Select(answer => answer.Id).OfType<DocumentId>().ToHashSet();
            await new Worker(workshop.Ledger, workshop.Pipeline, settings.SideBySide, settings.RetryPauses, TimeProvider.System, Tell, retried).DrainAsync(cancel);
            await new ReceiptWriter(home, workshop.Ledger, workshop.Archive, PublicAddress.Of(settings), Tell).WriteDueAsync(cancel);
            return (true, answers);
        }
    }
}
