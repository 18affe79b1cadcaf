using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>Standard output is for results, UTF-8 without a mark and with \n, whatever the terminal; everything else goes to standard error.</summary>
internal static class Output
{
    public static TextWriter Results { get; } = TextWriter.Synchronized(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" });

    public static TextWriter Messages => Console.Error;

    /// <summary>One JSON value, alone on its line.</summary>
    public static void WriteJson<T>(T value) => Results.WriteLine(DocumentsJson.ToText(value));
}
