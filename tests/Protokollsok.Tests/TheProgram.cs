using System.Diagnostics;
using System.Text;

namespace Protokollsok.Tests;

/// <summary>The real program as a user starts it, in a process of its own.</summary>
internal static class TheProgram
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Protokollsok.dll");

    /// <summary>A program that hangs must not hang the tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[Dll, .. arguments]) start.ArgumentList.Add(argument);
        // The tests' texts are written in one go.
        start.Environment["PROTOKOLLSOK_INBOX_STILLNESS_WITHOUT_END"] = "1 s";
        if (start.ArgumentList[1] is "serve" or "ingest" && start.ArgumentList.IndexOf("--data") is > 0 and var data) NodeClasses.PutInto(start.ArgumentList[data + 1]);
        return start;
    }

    public static Task<Result> RunAsync(params IEnumerable<string> arguments) => RunAsync("", arguments);

    public static async Task<Result> RunAsync(string input, IEnumerable<string> arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var messages = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return new Result(process.ExitCode, await output, await messages);
    }

    internal sealed record Result(int ExitCode, string Output, string Messages)
    {
        public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
