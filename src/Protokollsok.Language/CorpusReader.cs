using System.Diagnostics;
using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Language;

/// <summary>
/// Reads a folder of text files (<c>*.txt</c>, <c>*.txt.xz</c>): a line of text a line, <c>### id</c> before each document. UTF-8.
/// </summary>
internal static class CorpusReader
{
    private const string DocumentMark = "### ";

    /// <summary>All documents, in the order of the files' names, without the lines that <see cref="CorpusFilter"/> refuses.</summary>
    /// <exception cref="InvalidDataException">A packed file cannot be unpacked.</exception>
    public static IEnumerable<IReadOnlyList<string>> Documents(string folder)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(file => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".txt.xz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return files.SelectMany(file => Split(Lines(file))).Where(CorpusFilter.IsSwedish);
    }

    private static IEnumerable<IReadOnlyList<string>> Split(IEnumerable<string> lines)
    {
        var document = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith(DocumentMark, StringComparison.Ordinal))
            {
                yield return document;
                document = [];
            }
            else if (CorpusFilter.IsSound(line))
            {
                document.Add(Nfc.Of(line));
            }
        }

        yield return document;
    }

    private static IEnumerable<string> Lines(string file) =>
        file.EndsWith(".xz", StringComparison.Ordinal) ? UnpackedLines(file) : File.ReadLines(file, Encoding.UTF8);

    /// <summary>.NET knows no xz; the program of that name does.</summary>
    private static IEnumerable<string> UnpackedLines(string file)
    {
        var start = new ProcessStartInfo("xz") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "-dc", "--", file }) start.ArgumentList.Add(argument);
        using var xz = Process.Start(start) ?? throw new InvalidDataException($"{file}: xz did not start.");
        while (xz.StandardOutput.ReadLine() is { } line) yield return line;
        xz.WaitForExit();
        if (xz.ExitCode != 0) throw new InvalidDataException($"{file}: xz ended with {xz.ExitCode}.");
    }
}
