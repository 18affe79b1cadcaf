namespace Protokollsok.Language;

/// <summary>
/// Words that the model is to know whatever its corpus holds: <c>terms.txt</c>, the field's own words with their endings
/// (<c>nämnd -en -er -erna</c>; endings take the place of what follows a <c>|</c>), and names that stand everywhere: <c>names.txt</c> and every
/// <c>names-….txt</c> beside it. What follows <c>#</c> is a remark.
/// </summary>
internal static class WordLists
{
    /// <summary>A listed word counts as if it had been met this often.</summary>
    public const int CountOfTerm = 40, CountOfName = 20;

    /// <summary>The listed words in lower case, genitives besides, and whether each is a name. A term that is a name as well is a term.</summary>
    /// <exception cref="FileNotFoundException">The folder lacks a list.</exception>
    /// <exception cref="InvalidDataException">A line of a list is not of its form.</exception>
    public static Dictionary<string, bool> Read(string folder)
    {
        var words = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var line in Lines(folder, "terms.txt"))
        {
            foreach (var form in Forms(line)) Add(form, isName: false);
        }

        foreach (var name in ListsOfNames(folder).SelectMany(list => Lines(folder, list)).SelectMany(line => line.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)))
            Add(name.ToLowerInvariant(), isName: true);
        return words;

        void Add(string word, bool isName)
        {
            if (!Alphabet.Spells(word)) throw new InvalidDataException($"'{word}' in the lists of {folder} is no Swedish word: only letters were expected.");
            words.TryAdd(word, isName);
            if (!word.EndsWith('s') && !word.EndsWith('x') && !word.EndsWith('z')) words.TryAdd(word + "s", isName);
        }
    }

    private static IEnumerable<string> ListsOfNames(string folder) => Directory.EnumerateFiles(folder, "names-*.txt")
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Prepend("names.txt");

    private static IEnumerable<string> Lines(string folder, string name) => File.ReadLines(Path.Combine(folder, name))
        .Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    private static IEnumerable<string> Forms(string line)
    {
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var lemma, .. var endings] || !endings.All(ending => ending.StartsWith('-')))
            throw new InvalidDataException($"'{line}' is no word with endings (nämnd -en -er).");
        var stem = lemma.Split('|')[0];
        return endings.Select(ending => stem + ending[1..]).Prepend(lemma.Replace("|", string.Empty, StringComparison.Ordinal));
    }
}
