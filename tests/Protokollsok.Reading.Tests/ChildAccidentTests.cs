using System.Diagnostics;
using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

/// <summary>Children that are killed, hang or outlive their use. Signals come from outside, as they would.</summary>
public sealed class ChildAccidentTests
{
    [Fact]
    public async Task A_child_killed_over_a_page_is_replaced_and_the_page_is_read()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        var reading = reader.ReadAsync(Sample.Path("clean.pdf"));
        int victim = await BusyChildAsync(reader, reading);

        Signal("KILL", victim);

        var result = await reading;
        Assert.Empty(result.Problems);
        Assert.Contains("Nämndens beslut", result.Pages[0].Text, StringComparison.Ordinal);
        Assert.NotEqual(victim, Assert.Single(reader.ChildProcessIds));
    }

    [Fact]
    public async Task A_page_over_which_two_children_ended_is_lost_and_the_next_is_read()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        var reading = reader.ReadAsync(Sample.Path("clean.pdf"));
        int first = await BusyChildAsync(reader, reading);
        // Ends a process at once, and is not 9; the runtime may outlive ABRT and SEGV that come from outside.
        Signal("XCPU", first);
        Signal("XCPU", await BusyChildAsync(reader, reading, first));

        var result = await reading;

        Assert.Equal((ProblemCode.ReaderDied, 1), (Assert.Single(result.Problems).Code, result.Problems[0].Page));
        Assert.Empty(Assert.Single(result.Pages).Lines);
        Assert.Empty((await reader.ReadAsync(Sample.Path("small.png"))).Problems);
    }

    [Fact]
    public async Task A_page_whose_children_somebody_kills_again_and_again_is_read_when_that_ends()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        var reading = reader.ReadAsync(Sample.Path("clean.pdf"));
        int? last = null;
        for (int kill = 0; kill < 3; kill++)
        {
            last = await BusyChildAsync(reader, reading, last);
            Signal("KILL", last.Value);
        }

        Assert.Empty((await reading).Problems);
    }

    [Fact]
    public async Task A_child_that_ends_by_itself_is_not_taken_for_one_that_somebody_killed()
    {
        using var noProgram = new TemporaryFile([1, 2, 3], ".dll");
        await using var reader = new DocumentReader(new ReadingOptions { ChildPath = noProgram.Path });

        var problem = Assert.Single((await reader.ReadAsync(Sample.Path("small.png"))).Problems);

        Assert.Equal(ProblemCode.ReaderDied, problem.Code);
        Assert.DoesNotContain("137", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_over_a_page_is_answered_and_the_child_goes_on()
    {
        var models = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var model in Models.All) await File.WriteAllTextAsync(Path.Combine(models.FullName, model + ".traineddata"), "no model");
            await using var reader = new DocumentReader(new ReadingOptions { Children = 1, TessdataPath = models.FullName });
            var first = await reader.ReadAsync(Sample.Path("small.png"));
            int child = Assert.Single(reader.ChildProcessIds);

            await reader.ReadAsync(Sample.Path("small.png"));

            Assert.Equal((ProblemCode.ReaderDied, 1), (Assert.Single(first.Problems).Code, first.Problems[0].Page));
            Assert.Equal(child, Assert.Single(reader.ChildProcessIds));
        }
        finally
        {
            models.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_child_killed_between_two_pages_costs_nothing()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        await reader.ReadAsync(Sample.Path("small.png"));

        Signal("KILL", Assert.Single(reader.ChildProcessIds));

        Assert.Empty((await reader.ReadAsync(Sample.Path("small.png"))).Problems);
    }

    [Fact]
    public async Task A_child_that_hangs_is_cut_off_at_the_limit_and_replaced()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1, PageTimeout = TimeSpan.FromSeconds(6) });
        await WarmUpAsync(reader);
        int hung = Assert.Single(reader.ChildProcessIds);
        Signal("STOP", hung);

        var result = await reader.ReadAsync(Sample.Path("clean.pdf"));

        Assert.Equal((ProblemCode.PageTimeout, 1), (Assert.Single(result.Problems).Code, result.Problems[0].Page));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(hung));
        await WarmUpAsync(reader);
    }

    [Fact]
    public async Task Cancelling_ends_the_child_that_is_busy()
    {
        await using var reader = new DocumentReader(new ReadingOptions { Children = 1 });
        using var stop = new CancellationTokenSource();
        var reading = reader.ReadAsync(Sample.Path("clean.pdf"), null, stop.Token);
        await BusyChildAsync(reader, reading);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(reader.ChildProcessIds);
    }

    [Fact]
    public async Task A_child_ends_when_its_input_does_even_in_the_middle_of_a_page()
    {
        var options = new ReadingOptions();
        using var child = Processes.Start(options, 0, "dotnet", options.ChildPath, options.TessdataPath);
        await Children.Frames.WriteJsonAsync(child.StandardInput.BaseStream,
            new Children.ChildRequest(Children.ChildTask.ReadFile, Sample.Path("fax.tif"), FileKind.Tiff, 1, 0, options.MaxPixels, 1),
                default);

        child.StandardInput.Close();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await child.WaitForExitAsync(limit.Token);
        Assert.Equal(0, child.ExitCode);
    }

    /// <summary>Until a page is read within the limit: on a busy machine a child that starts may miss it.</summary>
    private static async Task WarmUpAsync(DocumentReader reader)
    {
        const int Attempts = 10;
        for (int attempt = 0; attempt < Attempts; attempt++)
            if ((await reader.ReadAsync(Sample.Path("small.png"))).Problems.Count == 0) return;
        Assert.Fail("No child came up within the limit.");
    }

    /// <summary>
    /// Waits for a child other than <paramref name="not"/> that has come up and has its libraries, while the reading goes on: a signal to one that
    /// is just being started may be lost.
    /// </summary>
    private static async Task<int> BusyChildAsync(DocumentReader reader, Task reading, int? not = null)
    {
        while (true)
        {
            if (reader.ChildProcessIds.FirstOrDefault(id => id != not) is var id && id != 0 && HasLibraries(id)) return id;
            Assert.False(reading.IsCompleted, "The reading was done before a child could be seen.");
            await Task.Delay(5);
        }
    }

    private static bool HasLibraries(int process)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/maps")).Contains("liblept", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {process}")]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
