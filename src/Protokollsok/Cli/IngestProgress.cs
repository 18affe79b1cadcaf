using Spectre.Console;

namespace Protokollsok.Cli;

/// <summary>
/// Progress on standard error: a bar on a terminal, plain lines elsewhere. At the end, how many files ended how; on a terminal also
/// the files that somebody should look at, which the bar could not show.
/// </summary>
internal sealed class IngestProgress : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private readonly int _files;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly TaskCompletionSource _ended = new();
    private readonly Task _drawing = Task.CompletedTask;
    private readonly ProgressTask? _bar;
    private readonly long _since = TimeProvider.System.GetTimestamp();
    private TimeSpan _told;
    private int _done;
    private int _pages;

    private IngestProgress(int files)
    {
        _files = files;
        if (Console.IsErrorRedirected) return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var ready = new TaskCompletionSource<ProgressTask>();
        _drawing = console.Progress().AutoClear(true).StartAsync(async context =>
        {
            ready.SetResult(context.AddTask("reading", maxValue: Math.Max(1, files)));
            await _ended.Task;
        });
        _bar = ready.Task.GetAwaiter().GetResult();
    }

    public static IngestProgress Start(int files) => new(files);

    public void PageRead()
    {
        lock (_lock)
        {
            _pages++;
            Describe();
        }
    }

    /// <summary>One file has come to its end.</summary>
    /// <param name="note">What a person should know of it; empty if nothing.</param>
    public void FileDone(string path, string outcome, string note)
    {
        lock (_lock)
        {
            _done++;
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            var line = $"{outcome}: {path}{(note.Length == 0 ? "" : $" ({note})")}";
            if (_bar is null) Output.Messages.WriteLine($"{_done}/{_files} {line}");
            else if (note.Length > 0) _notes.Add(line);
            _bar?.Increment(1);
            Describe();
            TellPace();
        }
    }

    /// <summary>Where there is no bar: now and then how fast it goes, and how long it will take.</summary>
    private void TellPace()
    {
        var took = TimeProvider.System.GetElapsedTime(_since);
        if (_bar is not null || took - _told < Pace) return;
        _told = took;
        Output.Messages.WriteLine($"{_done} of {_files} files, {Pages(took)}{string.Concat(_outcomes.Where(outcome => outcome.Key != "done").Select(outcome => $", {outcome.Value} {outcome.Key}"))}");
    }

    private string Pages(TimeSpan took) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(_pages == 0 ? "" : $"{_pages} pages, {_pages / Math.Max(1, took.TotalSeconds):0.0} a second, ")}about {TimeLeft.InWords(_done == 0 ? took : took / _done * (_files - _done))} left");

    public void Dispose()
    {
        _ended.TrySetResult();
        _drawing.GetAwaiter().GetResult();
        foreach (var note in _notes) Output.Messages.WriteLine(note);
        Output.Messages.WriteLine($"{_done} of {_files} files{string.Concat(_outcomes.Select(outcome => $", {outcome.Value} {outcome.Key}"))}");
    }

    private void Describe()
    {
        if (_bar is not null) _bar.Description = _pages == 0 ? $"{_done} of {_files} files" : $"{_done} of {_files} files, {Pages(TimeProvider.System.GetElapsedTime(_since))}";
    }
}
