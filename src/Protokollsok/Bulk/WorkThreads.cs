using System.Runtime.InteropServices;

namespace Protokollsok.Bulk;

/// <summary>Threads for work that fills a processor, apart from those that answer requests. On Linux each thread has a priority of its own.</summary>
internal static partial class WorkThreads
{
    private const int OfThread = 0, Self = 0;

    /// <summary>For work in a process of its own, which does not see that others search. Inside the service it would do harm: one that waits for its
    /// turn keeps the collector waiting, and the collector everybody.</summary>
    public const int Background = 10;

    /// <summary>Does the work on so many threads, and returns when all have ended; the first failure is thrown on.</summary>
    /// <param name="nice">How much it lets others go first, 0–19.</param>
    public static async Task RunAsync(int threads, int nice, Action work)
    {
        var ends = Enumerable.Range(0, threads).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        foreach (var end in ends) new Thread(() => Run(work, nice, end)) { IsBackground = true, Name = "reindex" }.Start();
        await Task.WhenAll(ends.Select(end => end.Task));
    }

    private static void Run(Action work, int nice, TaskCompletionSource end)
    {
        // Where that is not allowed, the work is done all the same.
        if (nice > 0 && OperatingSystem.IsLinux()) _ = SetPriority(OfThread, Self, nice);
        try
        {
            work();
            end.SetResult();
        }
        catch (Exception e)
        {
            end.SetException(e);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
