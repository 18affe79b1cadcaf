using System.Collections.Concurrent;
using System.Data.Common;

namespace Protokollsok.Rehearsal;

/// <summary>What goes wrong at one step of the real code: the step fails as disks and databases fail, or the whole process tree is killed.</summary>
/// <param name="at">The step before which it happens, from 1; 0 for never. What is only asked again, with nothing changed since, is no new step.</param>
/// <param name="kills">Whether the process dies; else the step throws.</param>
internal sealed class Accident(int at, bool kills)
{
    private const int NoSpaceLeft = 28;
    private const int InputOutputError = 5;

    private readonly ConcurrentDictionary<string, bool> _kinds = [];
    private readonly HashSet<string> _askedSinceChange = [];
    private readonly Lock _asking = new();
    private int _steps;

    /// <summary>How many steps there were.</summary>
    public int Steps => _steps;

    /// <summary>The step that failed; <see langword="null"/> if it was not reached.</summary>
    public string? Happened { get; private set; }

    /// <summary>What sorts of steps there were.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys;

    public void BeforeStep(string step)
    {
        if (!IsNew(step) || Interlocked.Increment(ref _steps) != at) return;
        if (kills) ProcessGroup.KillOwn();
        Happened = step;
        throw Failure(step, at);
    }

    /// <summary>Work that waits asks the same again and again: to fail the tenth time is no other accident than the first.</summary>
    private bool IsNew(string step)
    {
        var kind = KindOf(step);
        _kinds.TryAdd(kind, true);
        lock (_asking)
        {
            if (step.StartsWith("sql SELECT", StringComparison.OrdinalIgnoreCase)) return _askedSinceChange.Add(kind);
            _askedSinceChange.Clear();
            return true;
        }
    }

    /// <summary>By turns a full disk, a bad one, and one that refuses.</summary>
    public static Exception Failure(string step, int turn) =>
        step.StartsWith("sql ", StringComparison.Ordinal) ? new RehearsedDatabaseException("database or disk is full (rehearsed)")
        : (turn % 3) switch
        {
            0 => new IOException($"No space left on device (rehearsed): {step}", NoSpaceLeft),
            1 => new IOException($"Input/output error (rehearsed): {step}", InputOutputError),
            _ => new UnauthorizedAccessException($"Access denied (rehearsed): {step}"),
        };

    /// <summary>A step without what differs from run to run: a file by its kind, a statement by its first line.</summary>
    public static string KindOf(string step)
    {
        if (step.StartsWith("sql ", StringComparison.Ordinal)) return step.ReplaceLineEndings(" ")[..Math.Min(step.Length, 70)];
        var path = step.IndexOf('/', StringComparison.Ordinal);
        if (path < 0) return step;
        var name = Path.GetFileName(step);
        var folder = Path.GetFileName(Path.GetDirectoryName(step[path..])) ?? "";
        return step[..path] + (folder == "tmp" || name.StartsWith('.') ? "a draft" : name.Length == 64 ? "a document's folder" : name.Length == 2 ? "a shelf" : name);
    }

    private sealed class RehearsedDatabaseException(string message) : DbException(message);
}
