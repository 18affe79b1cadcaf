using System.CommandLine;
using Protokollsok.Rehearsal;

namespace Protokollsok.Cli;

/// <summary>The commands, and what their failures tell the caller.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Commands().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Output.Messages.WriteLine($"protokollsok: {error.Message}");
            Output.Messages.WriteLine("protokollsok: see protokollsok --help");
            return ExitCode.WrongUse;
        }

        try
        {
            // Interrupting cancels the token, and the command ends at its next safe point; one that does not within a minute is ended hard, which loses nothing either.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
        }
        catch (WrongUseException e)
        {
            Output.Messages.WriteLine($"protokollsok: {e.Message}");
            return ExitCode.WrongUse;
        }
        catch (OperationCanceledException)
        {
            Output.Messages.WriteLine("protokollsok: interrupted; nothing is lost, start again to go on");
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            Output.Messages.WriteLine($"protokollsok: {e.Message}");
            if (Environment.GetEnvironmentVariable("PROTOKOLLSOK_TRACE") == "1") Output.Messages.WriteLine(e);
            return ExitCode.Stopped;
        }
    }

    private static RootCommand Commands() =>
        new("Protokollsök: scanned board documents become decisions one can search")
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            IngestCommand.Create(),
            ReadCommand.Create(),
            RepairCommand.Create(),
            SearchCommand.Create(),
            StatusCommand.Create(),
            RetryCommand.Create(),
            DeleteCommand.Create(),
            CorrectCommand.Create(),
            HistoryCommand.Create(),
            ReindexCommand.Create(),
            VerifyCommand.Create(),
            SettingsCommand.Create(),
            DnrProfileCommand.Create(),
            LearnCommand.Create(),
            ModelCommand.Create(),
            BenchCommand.Create(),
            RehearseCommand.Create(),
            NotYetCommand.Create("export", "reserved"),
            NotYetCommand.Create("worker", "reserved"),
        };
}
