using System.Text.Json;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>
/// <c>verify</c> from the archive page: every original is read and hashed, one after another, beside all other work. One at a time; what
/// it found last is kept in the home.
/// </summary>
internal sealed class FixityCheck(Workshop workshop, TimeProvider clock, IHostApplicationLifetime life, ILogger<FixityCheck> logger) : IAsyncDisposable
{
    private const int MostFaults = 100;

    private readonly Lock _guard = new();
    private readonly BackgroundWork _work = new(life);
    private readonly string _file = Path.Combine(workshop.Home.Data, "logs", "fixity.json");
    private Verification? _running;
    private DateTimeOffset _begun;

    /// <summary>How many documents have been looked at so far; <see langword="null"/> while nothing runs.</summary>
    public int? Progress => _running?.Checked;

    /// <summary>At the pace so far; <see langword="null"/> while nothing runs, or too little is done to say.</summary>
    /// <param name="documents">All.</param>
    public double? SecondsLeft(long documents) =>
        Progress is { } done and > 0 && documents > done ? (clock.GetUtcNow() - _begun).TotalSeconds * (documents - done) / done : null;

    /// <summary>What the last one found; <see langword="null"/> if there was none.</summary>
    public FixityReport? Last
    {
        get
        {
            try
            {
                return File.Exists(_file) ? DocumentsJson.Parse<FixityReport>(File.ReadAllBytes(_file)) : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>Begins, unless one is running.</summary>
    public void Start(string who)
    {
        lock (_guard)
        {
            if (_running is not null) return;
            _begun = clock.GetUtcNow();
            _running = new Verification(workshop.Archive, workshop.Ledger);
        }

        var verification = _running;
        _work.Run(cancel => RunAsync(verification, who, cancel));
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    private async Task RunAsync(Verification verification, string who, CancellationToken cancel)
    {
        try
        {
            var (count, faults) = (0, new List<Fault>());
            await foreach (var fault in verification.VerifyAsync(cancel))
            {
                count++;
                if (faults.Count < MostFaults) faults.Add(fault);
            }

            Keep(new FixityReport(clock.GetUtcNow(), who, verification.Checked, count, faults));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The fixity check that {Who} asked for was broken off", who);
        }
        finally
        {
            _running = null;
        }
    }

    private void Keep(FixityReport report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file + ".part", DocumentsJson.ToText(report));
        File.Move(_file + ".part", _file, overwrite: true);
    }
}
