using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Bulk;
using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Cli;

/// <summary>One call of <c>reindex</c>: asks the program that holds the home, or is that program itself, and tells how far it is.</summary>
internal sealed class ReindexRunner(string data, ReindexOrder order, bool json)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250), Patience = TimeSpan.FromSeconds(30), Silence = TimeSpan.FromMinutes(2);

    private readonly Home _home = CommonOptions.ExistingHome(data);
    private (string State, int Tenth, DateTimeOffset At) _told;

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        Selection.Parse(order.Only);
        var settings = CommonOptions.SettingsOf(data);
        Workshop workshop;
        try
        {
            // By the knowledge that a dry run had: what it told is what is done.
            workshop = await Workshop.OpenAsync(_home, settings, watches: false, TimeProvider.System, cancel, learns: false);
        }
        catch (HomeInUseException)
        {
            return await AskAsync(cancel);
        }

        await using (workshop) return await WorkAsync(workshop, cancel);
    }

    /// <summary>What would change, and nothing does.</summary>
    /// <param name="folder">Of the reports; <see langword="null"/>: the home's logs.</param>
    public async Task<int> TryAsync(string? folder, CancellationToken cancel)
    {
        var selection = Selection.Parse(order.Only);
        await using var tools = new Tools(CommonOptions.SettingsOf(data), _home);
        using var ledger = CommonOptions.ExistingLedger(_home);
        var archive = new DocumentArchive(_home.Data);
        var ids = selection.IsAll ? ledger.SearchableIds() : await SelectedAsync(selection, ledger, archive, tools, cancel);
        var path = Path.Combine(folder ?? _home.Logs, $"dry-run-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");
        var report = await new DryRun(ledger, archive, tools, order.Source).RunAsync(ids, selection.ToString(), order.LostBudget, path, (done, pages) => TellTrial(done, ids.Count, pages), IsServed() ? WorkThreads.Background : 0, cancel);
        if (json) Output.WriteJson(report);
        else ReindexTable.Write(report);
        return report is { IsWithinBudget: true, Failed: 0 } ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private bool IsServed()
    {
        using var free = HomeLock.TryTake(_home.Data);
        return free is null;
    }

    private async Task<IReadOnlyList<DocumentId>> SelectedAsync(Selection selection, LedgerReader ledger, DocumentArchive archive, Tools tools, CancellationToken cancel)
    {
        await using var index = await SearchIndex.OpenAsync(_home.Index, readOnly: true, tools.Words, cancellationToken: cancel);
        var selected = await selection.SelectAsync(ledger, archive, index, tools.Understanding.Version, cancel);
        if (selected.Count == 0) Output.Messages.WriteLine($"protokollsok: {await selection.NothingMeantAsync(index, cancel)}");
        return selected;
    }

    private async Task<int> WorkAsync(Workshop workshop, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ReindexReport? last = null;
        workshop.Reindexing.Reported += report => Tell(last = report);
        var begun = workshop.Reindexing.Begin(order, HomeRequest.Who);
        if (begun.Outcome != UpkeepOutcome.Begun) throw new WrongUseException(begun.Detail!);
        var answering = AnswerAsync(workshop, stop.Token);
        try
        {
            await workshop.Reindexing.Work.WaitAsync(cancel);
            // What was in quarantine and is tried again is done here, since nobody else is there.
            if (order.Only.Contains("failed")) await new Worker(workshop.Ledger, workshop.Pipeline, workshop.Settings.SideBySide, workshop.Settings.RetryPauses, TimeProvider.System, TellTrouble).DrainAsync(cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await answering;
        }

        return End(last!);
    }

    /// <summary>It takes hours: who asks for something else meanwhile is answered as by <c>serve</c>.</summary>
    private static async Task AnswerAsync(Workshop workshop, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await workshop.Requests.ExecuteAsync(workshop.Upkeep, TellTrouble, cancel);
                await Task.Delay(Glance, TimeProvider.System, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (PassingTrouble.Is(e))
            {
                TellTrouble("the requests", e.Message);
            }
        }
    }

    private async Task<int> AskAsync(CancellationToken cancel)
    {
        var requests = new RequestFolder(_home.Data, new DocumentArchive(_home.Data).Files);
        var name = requests.Add(new UpkeepRequest(HomeRequest.Who, [], IsAll: false, DeleteReason: null) { Reindex = order });
        var since = TimeProvider.System.GetTimestamp();
        IReadOnlyList<UpkeepAnswer>? answers;
        while ((answers = requests.TakeAnswer(name)) is null)
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience && requests.Withdraw(name)) throw new IOException("The program that holds the home does not answer; ask again when it does.");
            await Task.Delay(Glance, TimeProvider.System, cancel);
        }

        if (answers is not [{ Outcome: UpkeepOutcome.Begun, Detail: var token }]) throw new WrongUseException(answers is [var refused] ? refused.Detail! : "The program that holds the home did not understand; is it of the same version?");
        Output.Messages.WriteLine("protokollsok: the running service does it; interrupting this command does not stop it (reindex --abandon does)");
        return await FollowAsync(token, cancel);
    }

    private async Task<int> FollowAsync(string? token, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var report = ReportFile.Read(_home) is { } latest && (token is null || latest.Token == token) ? latest : null;
            if (report is { IsEnd: true }) return End(report);
            if (report is not null) Tell(report);
            var silent = report is null ? TimeProvider.System.GetElapsedTime(since) : TimeProvider.System.GetUtcNow() - report.UpdatedAt;
            if (silent > Silence && HomeLock.TryTake(_home.Data) is { } free)
            {
                free.Dispose();
                throw new IOException("The service that did it has ended; it goes on with the next start, or with the same command again.");
            }

            await Task.Delay(Glance, TimeProvider.System, cancel);
        }
    }

    private int End(ReindexReport report)
    {
        if (json) Output.WriteJson(report);
        else ReindexTable.Write(report);
        return report.State switch
        {
            ReindexReport.Done => report.Totals is { Failed: > 0 } ? ExitCode.SomeFailed : ExitCode.Done,
            ReindexReport.Abandoned => ExitCode.Done,
            ReindexReport.Refused => ExitCode.SomeFailed,
            _ => ExitCode.Stopped,
        };
    }

    private static void TellTrouble(string what, string why) => Output.Messages.WriteLine($"protokollsok: {what} waits and is tried again: {why}");

    private void Tell(ReindexReport report)
    {
        if (report.Totals is not { Documents: > 0 } totals || report.State is not (ReindexReport.Building or ReindexReport.Telling)) return;
        var tenth = (int)((totals.Documents - totals.Waiting) * 1000 / totals.Documents);
        if (IsTold(report.State, tenth)) return;
        var left = report.SecondsLeft is { } seconds ? $", about {TimeLeft.InWords(TimeSpan.FromSeconds(seconds))} left" : "";
        Output.Messages.WriteLine(report.State == ReindexReport.Telling
            ? "protokollsok: switched; the ledger is told"
            : string.Create(CultureInfo.InvariantCulture, $"protokollsok: {totals.Documents - totals.Waiting} of {totals.Documents} documents, {report.PagesPerSecond:0} pages/s, {totals.Failed} failed{left}"));
    }

    private void TellTrial(long done, int of, long pages)
    {
        if (!IsTold("trial", (int)(done * 1000 / Math.Max(1, of)))) Output.Messages.WriteLine($"protokollsok: {done} of {of} documents tried, {pages} pages");
    }

    /// <summary>A line each second at most, and none that says the same.</summary>
    private bool IsTold(string state, int tenth)
    {
        var now = TimeProvider.System.GetUtcNow();
        if ((state == _told.State && now - _told.At < TimeSpan.FromSeconds(1)) || (state, tenth) == (_told.State, _told.Tenth)) return true;
        _told = (state, tenth, now);
        return false;
    }
}
