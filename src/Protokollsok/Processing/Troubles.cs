namespace Protokollsok.Processing;

/// <summary>What does not work just now, told when it begins and when it ends; a trouble that lasts a night is no 30,000 lines in the log.</summary>
internal sealed class Troubles(ILogger logger)
{
    private HashSet<(string What, string Why)> _before = [];
    private HashSet<(string What, string Why)> _now = [];

    /// <summary>Something does not work in this round.</summary>
    public void Tell(string what, string why)
    {
        if (_now.Add((what, why)) && !_before.Contains((what, why))) logger.LogWarning("{What} waits and is tried again: {Why}", what, why);
    }

    /// <summary>What was told in the round before and not in this one works again.</summary>
    public void EndRound()
    {
        foreach (var (what, _) in _before.Except(_now)) logger.LogInformation("{What} waits no longer.", what);
        (_before, _now) = (_now, []);
    }
}
