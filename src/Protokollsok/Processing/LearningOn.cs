namespace Protokollsok.Processing;

/// <summary>Learns what an archive's own sound pages teach, little by little, while nothing else is to be done. What it has learnt is kept at each step, so that a stop costs one.</summary>
internal sealed class LearningOn(Workshop workshop, Action<string, string> trouble)
{
    private const int AtOnce = 200;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10), Glance = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        var hasNews = false;
        while (true)
        {
            await Task.Delay(Glance, TimeProvider.System, cancel);
            if (IsBusy) continue;
            var since = TimeProvider.System.GetTimestamp();
            var learnt = await TryAsync(cancel);
            hasNews |= learnt > 0;
            if (learnt == AtOnce)
            {
                // As long as the work took, others go first.
                await Task.Delay(TimeProvider.System.GetElapsedTime(since), TimeProvider.System, cancel);
                continue;
            }

            if (hasNews) workshop.Tools.Relearn();
            hasNews = false;
            await Task.Delay(Idle, TimeProvider.System, cancel);
        }
    }

    /// <summary>What is made again is made by one knowledge; what is dropped goes first, and who searches.</summary>
    private bool IsBusy => !workshop.Reindexing.Work.IsCompleted || workshop.Load.IsBusy || workshop.Ledger.Unfinished(most: 1).Count > 0;

    private async Task<int> TryAsync(CancellationToken cancel)
    {
        try
        {
            return (await Task.Run(() => Learning.LearnAsync(workshop.Home, workshop.Ledger, workshop.Archive, AtOnce, cancel), cancel)).New;
        }
        catch (Exception e) when (PassingTrouble.Is(e))
        {
            trouble("learning", e.Message);
            return 0;
        }
    }
}
