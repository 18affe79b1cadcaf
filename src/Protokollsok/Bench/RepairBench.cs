using System.Diagnostics;
using System.Globalization;
using System.Text;
using Protokollsok.Cli;
using Protokollsok.Language;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary>
/// <c>bench repair</c>: sound text, the same without its å ä ö, the same as an engine without Swedish reads it, and a real dump of such
/// an engine; repaired, and compared word by word with what was printed. Beside it, on the same text in the same run, what one could take
/// instead. Letter case does not count.
/// </summary>
internal static class RepairBench
{
    private const string RealDump = "MBN grundvatten Råsjö.txt", RealDumpDocument = "ekasa-ts-grundvatten-2019";

    private const int Seed = 17;

    /// <param name="corpus">A folder of <c>*.txt</c> instead of the built-in texts: sound pages, U+000C between two.</param>
    public static int Run(string testdata, string? corpus)
    {
        var pages = Pages(testdata, corpus);
        if (pages.Count == 0) throw new WrongUseException($"{corpus ?? testdata} holds no pages of text.");
        using var model = SwedishModel.OpenDefault();
        Output.Results.WriteLine(RepairScore.Header);
        Measure("clean", pages, pages, model);
        Measure("stripped", [.. pages.Select(RepairNoise.Stripped)], pages, model);
        var random = new Random(Seed);
        Measure("damaged", [.. pages.Select(page => RepairNoise.Damaged(page, random))], pages, model);
        if (corpus is null && File.Exists(Path.Combine(testdata, "scans", RealDump)))
        {
            var read = File.ReadAllText(Path.Combine(testdata, "scans", RealDump));
            var printed = string.Join('\n', PageFiles(Path.Combine(testdata, "documents", RealDumpDocument)).Select(File.ReadAllText));
            Measure("read by eng", [read.Replace('\f', '\n')], [printed], model);
        }

        return ExitCode.Done;
    }

    private static void Measure(string name, List<string> read, List<string> printed, SwedishModel model)
    {
        var repairer = new Repairer(model, new RepairOptions());
        var clock = Stopwatch.StartNew();
        var repaired = read.ConvertAll(page => repairer.Repair([page])[0]);
        var seconds = clock.Elapsed.TotalSeconds;
        var score = new RepairScore();
        for (var page = 0; page < read.Count; page++) score.Add(read[page], printed[page], repaired[page]);
        var alternatives = new WordAlternatives(model, read);
        var unigram = WordAlternatives.Right(read, printed, alternatives.Unigram);
        var hunspell = alternatives.HasHunspell ? WordAlternatives.Right(read, printed, alternatives.Hunspell) : (double?)null;
        var speed = read.Sum(page => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) / seconds;
        Output.Results.WriteLine(score.Row(name, speed, unigram, hunspell));
    }

    private static List<string> Pages(string testdata, string? corpus)
    {
        var files = corpus is null
            ? Directory.Exists(Path.Combine(testdata, "documents"))
                ? Directory.EnumerateDirectories(Path.Combine(testdata, "documents")).Order(StringComparer.Ordinal).SelectMany(PageFiles)
                : []
            : Directory.Exists(corpus) ? Directory.EnumerateFiles(corpus, "*.txt").Order(StringComparer.Ordinal) : throw new WrongUseException($"There is no folder {corpus}.");
        return [.. files.SelectMany(file => File.ReadAllText(file, Encoding.UTF8).Split('\f')).Select(Documents.Nfc.Of).Where(page => page.Any(char.IsLetter))];
    }

    private static IEnumerable<string> PageFiles(string document) =>
        Enumerable.Range(1, 10_000).Select(number => Path.Combine(document, string.Create(CultureInfo.InvariantCulture, $"page-{number}.txt"))).TakeWhile(File.Exists);
}
