using System.Text;
using Protokollsok.Archive;
using Protokollsok.Corrections;

namespace Protokollsok.Processing;

/// <summary>
/// What people teach repair: words that they accepted or wrote themselves and that no lexicon holds, names above all. A list like the one that the settings name, in
/// <c>knowledge/reviewed.txt</c> in the home. The ledger is its source, so that a decision taken back, or gone with its document, is gone from it.
/// </summary>
internal static class ReviewedWords
{
    private const string Head = "# Words that people have accepted or written when they reviewed. Made from the ledger; what is written here by hand is lost.";

    private const int LeastLetters = 3;

    public static string PathIn(Home home) => Path.Combine(home.Data, "knowledge", "reviewed.txt");

    /// <summary>The lines of the list; none where there is no list.</summary>
    public static IEnumerable<string> Load(Home home) => File.Exists(PathIn(home)) ? File.ReadLines(PathIn(home)) : [];

    /// <summary>Writes the list as the ledger has it now, whole or not at all.</summary>
    /// <param name="isKnown">Whether the lexicon holds a word in lower case.</param>
    /// <returns>Whether it is another one.</returns>
    public static bool Keep(Home home, LedgerReader ledger, Func<string, bool> isKnown)
    {
        var words = ledger.CorrectionsIn(CorrectionField.Repair)
            .Select(correction => PlacedWord.Parse(correction.Value)).OfType<PlacedWord>().Where(word => word.Word != word.Was && !word.IsHalf)
            .SelectMany(word => WordsOf(word.Word)).Where(word => !isKnown(word)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (words.SequenceEqual(Load(home).Skip(1))) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(PathIn(home))!);
        using (var file = File.Create(PathIn(home) + ".new"))
        {
            foreach (var line in words.Prepend(Head)) file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(PathIn(home) + ".new", PathIn(home), overwrite: true);
        return true;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        text = text.ToLowerInvariant();
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i])) continue;
            if (i - start >= LeastLetters) yield return text[start..i];
            start = i + 1;
        }
    }
}
