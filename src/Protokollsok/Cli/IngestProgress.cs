using Spectre.Console;

namespace Protokollsok.Cli;

/// <summary>Progress on standard error: a bar on a terminal, plain lines elsewhere.</summary>
internal sealed class IngestProgress : IDisposable
{
    private readonly int _files;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly Task _drawing;
    private readonly ProgressTask? _bar;
    private int _done;
    private int _pages;

    private IngestProgress(int files)
    {
        _files = files;
        if (Console.IsErrorRedirected)
        {
            _drawing = Task.CompletedTask;
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var ready = new TaskCompletionSource<ProgressTask>();
        _drawing = console.Progress().AutoClear(true).StartAsync(async context =>
        {
            ready.SetResult(context.AddTask("reading", maxValue: Math.Max(1, files)));
            await _ended.Task;
        });
        _bar = ready.Task.Result;
    }

    public static IngestProgress Start(int files) => new(files);

    public void PageRead()
    {
        lock (_lock) _pages++;
        Describe();
    }

    /// <summary>One file has come to its end.</summary>
    /// <param name="note">What a person should know of it; empty if nothing.</param>
    public void FileDone(string path, string outcome, string note)
    {
        lock (_lock)
        {
            _done++;
            _bar?.Increment(1);
            if (_bar is null) Output.Messages.WriteLine($"{_done}/{_files} {outcome}: {path}{(note.Length == 0 ? "" : $" ({note})")}");
        }

        Describe();
    }

    public void Dispose()
    {
        _ended.TrySetResult();
        _drawing.GetAwaiter().GetResult();
    }

    private void Describe()
    {
        if (_bar is not null) _bar.Description = $"{_done} of {_files} files, {_pages} pages";
    }
}
