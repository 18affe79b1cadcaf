using Protokollsok.Archive;
using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary>Hands an intake to the service that holds the home, and tells what it does.</summary>
internal sealed class IngestHanding(Home home, IngestOrder order, IngestTelling telling)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250), Silence = TimeSpan.FromSeconds(5);

    private readonly IngestOrders _orders = new(home.Data, new DocumentArchive(home.Data).Files);
    private bool _hasSaid;

    /// <returns>The exit code; <see langword="null"/> if nobody holds the home any more, so that who asks has to do it.</returns>
    /// <exception cref="WrongUseException">The service cannot understand what is asked.</exception>
    public async Task<int?> FollowAsync(CancellationToken cancel)
    {
        var name = _orders.Add(order, TimeProvider.System.GetUtcNow());
        var (read, heard) = (0L, TimeProvider.System.GetTimestamp());
        while (true)
        {
            (var news, read) = _orders.NewsOf(name, read);
            foreach (var one in news)
            {
                Say("the running service takes them in, after the daily drops; interrupting this command does not stop it, and the same command again tells on");
                if (one.Refused is { } why || one.NotDone is not null) _orders.Forget(name);
                if (one.Refused is not null) throw new WrongUseException(one.Refused);
                if (one.NotDone is { } notDone) return notDone > 0 ? ExitCode.SomeFailed : ExitCode.Done;
                telling.Tell(one);
            }

            if (news.Count > 0) heard = TimeProvider.System.GetTimestamp();
            if (TimeProvider.System.GetElapsedTime(heard) > Silence && IsHomeFree())
            {
                _orders.Forget(name);
                return null;
            }

            await Task.Delay(Glance, TimeProvider.System, cancel);
        }
    }

    private bool IsHomeFree()
    {
        using var free = HomeLock.TryTake(home.Data);
        return free is not null;
    }

    private void Say(string word)
    {
        if (_hasSaid) return;
        _hasSaid = true;
        Output.Messages.WriteLine($"protokollsok: {word}");
    }
}
