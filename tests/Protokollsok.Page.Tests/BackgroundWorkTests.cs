using Microsoft.Extensions.Hosting;
using Protokollsok.Pages;

namespace Protokollsok.Page.Tests;

/// <summary>Work beside the requests, when the program ends.</summary>
public sealed class BackgroundWorkTests : IDisposable
{
    private readonly Life _life = new();

    [Fact]
    public async Task Work_is_told_to_stop_when_the_program_does_and_its_end_is_waited_for()
    {
        var work = new BackgroundWork(_life);
        var (begun, isTold, mayEnd, hasEnded) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource(), false);
        var running = work.Run(async cancel =>
        {
            cancel.Register(isTold.SetResult);
            begun.SetResult();
            await mayEnd.Task;
            hasEnded = true;
        });

        await begun.Task; // what was told to stop before it began never does
        _life.StopApplication();
        await isTold.Task;
        var end = work.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        mayEnd.SetResult();
        await end;

        Assert.True(hasEnded);
        await running;
    }

    [Fact]
    public async Task Work_that_begins_other_work_at_the_end_is_waited_for_with_it()
    {
        var work = new BackgroundWork(_life);
        var (begun, mayEnd, late) = (new TaskCompletionSource(), new TaskCompletionSource(), (Task?)null);
        _ = work.Run(async _ =>
        {
            begun.SetResult();
            await mayEnd.Task;
            late = work.Run(_ => Task.CompletedTask);
        });
        await begun.Task;

        var end = work.DisposeAsync().AsTask();
        mayEnd.SetResult();
        await end;

        // Told to stop before it began.
        Assert.True(late!.IsCanceled);
    }

    [Fact]
    public async Task Work_that_fails_at_the_end_lets_the_program_end()
    {
        var work = new BackgroundWork(_life);
        var begun = new TaskCompletionSource();
        var failing = work.Run(async cancel =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => throw new IOException("The disk is full."), TaskScheduler.Default);
        });
        await begun.Task;
        await work.DisposeAsync();
        await Assert.ThrowsAsync<IOException>(() => failing);
    }

    public void Dispose() => _life.Dispose();

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
