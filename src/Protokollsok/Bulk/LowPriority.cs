using System.Runtime.InteropServices;

namespace Protokollsok.Bulk;

/// <summary>Threads that the system lets wait when others want to work. On Linux each thread has a priority of its own.</summary>
internal static partial class LowPriority
{
    private const int OfThread = 0, Self = 0, Lowest = 19;

    /// <summary>Does the work on so many threads of low priority, and returns when all have ended; the first failure is thrown on.</summary>
    public static async Task RunAsync(int threads, Action work)
    {
        var ends = Enumerable.Range(0, threads).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        foreach (var end in ends) new Thread(() => Run(work, end)) { IsBackground = true, Name = "reindex" }.Start();
        await Task.WhenAll(ends.Select(end => end.Task));
    }

    private static void Run(Action work, TaskCompletionSource end)
    {
        // Where that is not allowed, the work is done all the same.
        if (OperatingSystem.IsLinux()) _ = SetPriority(OfThread, Self, Lowest);
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
