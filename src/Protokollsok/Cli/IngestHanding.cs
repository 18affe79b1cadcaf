using Protokollsok.Archive;
using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary>Hands an intake to the service that holds the home, and tells what it does.</summary>
internal sealed class IngestHanding(Home home, IngestOrder order, IngestTelling telling)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250), Silence = TimeSpan.FromSeconds(5);

    private readonly IngestOrders _orders = new(home.Data, new DocumentArchive(home.Data).Files);
    private readonly HashSet<string> _said = [];

    /// <summary>
    /// Follows to the end what the service has begun, also when that ends and is started again in between: to take it over would take the home from the service that
    /// is just starting.
    /// </summary>
    /// <returns>The exit code; <see langword="null"/> if nobody has begun and nobody holds the home any more, so that who asks has to do it.</returns>
    /// <exception cref="WrongUseException">The service cannot understand what is asked.</exception>
    /// <exception cref="IOException">What became of it is not told any more.</exception>
    public async Task<int?> FollowAsync(CancellationToken cancel)
    {
        var name = _orders.Add(order, TimeProvider.System.GetUtcNow());
        var (read, heard, hasBegun) = (0L, TimeProvider.System.GetTimestamp(), false);
        while (true)
        {
            var isForgotten = _orders.IsForgotten(name);
            (var news, read) = _orders.NewsOf(name, read);
            foreach (var one in news)
            {
                hasBegun = true;
                Say("the running service takes them in, after the daily drops; interrupting this command does not stop it, and the same command again tells on");
                if (one.Refused is { } why) throw new WrongUseException(why);
                if (one.NotDone is { } notDone) return notDone > 0 ? ExitCode.SomeFailed : ExitCode.Done;
                telling.Tell(one);
            }

            if (news.Count > 0) heard = TimeProvider.System.GetTimestamp();
            if (isForgotten) throw new IOException("What became of these files is not told any more; status says what the home holds.");
            if (TimeProvider.System.GetElapsedTime(heard) > Silence && IsHomeFree())
            {
                if (!hasBegun) return null;
                Say("the service has ended and goes on with them when it is started again; without it, interrupt this command and call it once more");
                heard = TimeProvider.System.GetTimestamp();
            }

            await Task.Delay(Glance, TimeProvider.System, cancel);
        }
    }

    /// <summary>Who did it without a service tells those who still follow what they handed over.</summary>
    public static void TellDone(Home home, IngestOrder order, int notDone)
    {
        var orders = new IngestOrders(home.Data, new DocumentArchive(home.Data).Files);
        foreach (var name in orders.Names().Where(name => orders.Read(name)?.What == order.What))
        {
            orders.Tell(name, [new IngestNews(null, "", "") { NotDone = notDone }]);
            orders.End(name);
        }
    }

    private bool IsHomeFree()
    {
        using var free = HomeLock.TryTake(home.Data);
        return free is not null;
    }

    private void Say(string word)
    {
        if (_said.Add(word)) Output.Messages.WriteLine($"protokollsok: {word}");
    }
}
