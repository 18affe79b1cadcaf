using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Protokollsok.Reading;

/// <summary>What a process wrote and how it ended.</summary>
/// <param name="ExitCode">As the process gave it; 128 + n when signal n ended it.</param>
internal sealed record ProcessResult(int ExitCode, byte[] Output, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>Whether the program ended over its limit of memory, which says nothing about the file.</summary>
    public bool LackedMemory => ExitCode != 0 && Processes.SpeakOfMemory(Errors);
}

/// <summary>Starts foreign programs under a limit of memory and of processor time, in a plain environment.</summary>
internal static class Processes
{
    private const int MaxErrorChars = 4_000;

    private static readonly string[] LackOfMemory = ["out of memory", "bad_alloc", "OutOfMemoryException", "bogus memory allocation"];

    /// <summary>Runs a program to its end. Cancelling kills it.</summary>
    /// <param name="maxOutput">In bytes; more than that ends the program.</param>
    /// <exception cref="InvalidDataException">It wrote more than <paramref name="maxOutput"/>.</exception>
    public static async Task<ProcessResult> RunAsync(ReadingOptions options, long maxOutput, CancellationToken ct, params string[] command)
    {
        using var process = Start(options, (int)Math.Ceiling(Math.Max(options.PageTimeout.TotalSeconds, options.FileTimeout.TotalSeconds))
            + 1, command);
        process.StandardInput.Close();
        try
        {
            var errors = DrainErrorsAsync(process);
            var output = await ReadAllAsync(process.StandardOutput.BaseStream, maxOutput, ct);
            await process.WaitForExitAsync(ct);
            return new ProcessResult(process.ExitCode, output, await errors);
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    /// <summary>
    /// Starts a program with its standard streams in our hands. <c>prlimit</c> gives way to it, so that the id is its own.
    /// </summary>
    /// <param name="cpuSeconds">After which the kernel ends it; 0 for no such limit.</param>
    public static Process Start(ReadingOptions options, int cpuSeconds, params string[] command)
    {
        var start = new ProcessStartInfo("prlimit")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("--core=0");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--data={options.MemoryLimit}"));
        if (cpuSeconds > 0) start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={cpuSeconds}"));
        foreach (var word in command) start.ArgumentList.Add(word);
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Tesseract reads it when its library loads, which is before any code of ours runs there.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000";
        start.Environment["DOTNET_gcServer"] = "0";
        // A child that is killed would leave the socket and pipes that the runtime opens for debuggers in the folder for temporary files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }

    /// <summary>Whether a program's last words are those of Poppler, the C++ library or .NET when memory is refused.</summary>
    public static bool SpeakOfMemory(string lastWords) =>
        LackOfMemory.Any(sign => lastWords.Contains(sign, StringComparison.OrdinalIgnoreCase));

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Reads standard error to its end, so that the program never waits for us, and keeps the beginning.</summary>
    public static async Task<string> DrainErrorsAsync(Process process)
    {
        var kept = new StringBuilder();
        var buffer = new char[1024];
        for (int read; (read = await process.StandardError.ReadAsync(buffer)) > 0;)
            kept.Append(buffer, 0, Math.Min(read, MaxErrorChars - kept.Length));
        return kept.ToString();
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, long max, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
        {
            if (all.Length + read > max) throw new InvalidDataException($"More than {max} bytes were written.");
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
