using System.Collections.Concurrent;
using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>
/// What does not work just now, told when it begins and when it ends; a trouble that lasts a night is no 30,000 lines in the log. Kept in
/// the home, too, for <c>status</c> in another process.
/// </summary>
/// <param name="file">Where they are kept.</param>
internal sealed class Troubles(ILogger logger, TimeProvider clock, string file)
{
    /// <summary>Not told again for so long, it is over: rounds come each second, and pauses between tries last up to 20.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (string Why, DateTimeOffset Since, DateTimeOffset Last)> _troubles = [];
    private bool _isNews = true;
    private DateTimeOffset _keptAt;

    /// <summary>What does not work now, the oldest first.</summary>
    public IReadOnlyList<Trouble> Now => [.. _troubles.Select(one => new Trouble(one.Key, one.Value.Why, one.Value.Since)).OrderBy(trouble => trouble.Since)];

    /// <summary>Something does not work.</summary>
    /// <param name="why">The last one is kept; it is no news, since it may hold the name of a draft, another one each time.</param>
    public void Tell(string what, string why)
    {
        var now = clock.GetUtcNow();
        if (_troubles.AddOrUpdate(what, (why, now, now), (_, before) => (why, before.Since, now)).Since != now) return;
        _isNews = true;
        Log.Trouble(logger, what, why);
    }

    /// <summary>What was not told for a while works again.</summary>
    public void EndRound()
    {
        var over = clock.GetUtcNow() - Memory;
        foreach (var (what, _) in _troubles.Where(one => one.Value.Last < over))
        {
            if (!_troubles.TryRemove(what, out _)) continue;
            _isNews = true;
            Log.TroubleOver(logger, what);
        }

        if (_isNews || (!_troubles.IsEmpty && clock.GetUtcNow() - _keptAt > Memory)) Keep();
    }

    /// <summary>What the program that holds a home tells of now; what one told that was killed is old soon.</summary>
    public static IReadOnlyList<Trouble> Kept(string file, DateTimeOffset now)
    {
        try
        {
            return File.Exists(file) && now - File.GetLastWriteTimeUtc(file) < 3 * Memory ? DocumentsJson.Parse<List<Trouble>>(File.ReadAllBytes(file)) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private void Keep()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file + ".part", DocumentsJson.ToText(Now));
            File.Move(file + ".part", file, overwrite: true);
            (_isNews, _keptAt) = (false, clock.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk is full, which is told already; kept when it can be.
        }
    }
}
