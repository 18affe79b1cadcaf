namespace Protokollsok.Processing;

/// <summary>Learns what an archive's own sound pages teach, little by little, while nothing else is to be done. What it has learnt is kept at each step, so that a stop costs one.</summary>
internal sealed class LearningOn(Workshop workshop, Action<string, string> trouble)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10), Glance = TimeSpan.FromSeconds(5);

    private bool _hasNews;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Glance, TimeProvider.System, cancel);
            TimeSpan rest;
            try
            {
                rest = IsBusy ? TimeSpan.Zero : await LearnAsync(cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // Whatever it is: what is done beside the daily work ends neither that nor the searching.
                trouble("learning", e.Message);
                rest = Idle;
            }

            await Task.Delay(rest, TimeProvider.System, cancel);
        }
    }

    /// <returns>How long to rest.</returns>
    private async Task<TimeSpan> LearnAsync(CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        var learnt = await Task.Run(() => Learning.LearnAsync(workshop.Home, workshop.Ledger, workshop.Archive, Learning.AtOnce, cancel), cancel);
        _hasNews |= learnt.New > 0 || learnt.Forgotten > 0;
        // As long as the work took, others go first.
        if (learnt.New == Learning.AtOnce) return TimeProvider.System.GetElapsedTime(since);
        if (_hasNews) workshop.TakeUpLearnt();
        _hasNews = false;
        return Idle;
    }

    /// <summary>What is made again is made by one knowledge; what is dropped goes first, and who searches.</summary>
    private bool IsBusy => !workshop.Reindexing.Work.IsCompleted || workshop.Load.IsBusy || workshop.Ledger.Unfinished(most: 1).Count > 0;
}
