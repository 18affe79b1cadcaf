namespace Protokollsok.Tests;

/// <summary>The rehearsals of accidents in short form; <c>rehearse</c> runs them in full. One after the other: each has the machine to itself.</summary>
public sealed class RehearsalTests
{
    [Theory]
    [InlineData("kill", "--runs", "2", "--short")]
    [InlineData("failures", "--runs", "3")]
    [InlineData("slow-writers", "--runs", "36", "--short")]
    [InlineData("troubles", "--runs", "12", "--short")]
    [InlineData("soak", "--runs", "60")]
    [InlineData("poison", "--runs", "10")]
    [InlineData("reindex", "--runs", "2", "--short")]
    public async Task Nothing_is_lost_done_twice_or_stuck(params string[] rehearsal)
    {
        var run = await TheProgram.RunAsync(["rehearse", .. rehearsal]);

        Assert.True(run.ExitCode == 0, $"{run.Messages}\n{run.Output}");
    }
}
