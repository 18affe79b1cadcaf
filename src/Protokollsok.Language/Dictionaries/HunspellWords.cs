using System.Runtime.InteropServices;
using Protokollsok.Documents;

namespace Protokollsok.Language.Dictionaries;

/// <summary>
/// The words of a hunspell dictionary, a pair of files <c>.aff</c> and <c>.dic</c> (man 5 hunspell), in all their forms. What the alphabet of the model cannot spell (digits,
/// hyphens, blanks) and what has capitals inside is left out. Of endings that take endings two are followed, and one beginning, as hunspell does.
/// </summary>
public sealed class HunspellWords
{
    /// <summary>A real dictionary has some megabytes.</summary>
    internal const int MostBytes = 32 << 20;

    /// <summary>Where, behind a blank, the colon of a field stands.</summary>
    private const int MeaningAt = 3;

    private const int LongestWord = 64, LongestLine = 1_000, MostForms = 1_500_000, MostFormsOfOne = 2_000;

    /// <summary>Lines read and rules tried; the Swedish dictionary needs a tenth, some seconds do them all.</summary>
    private const int MostSteps = 20_000_000;

    private readonly Dictionary<string, WordUses> _forms = new(StringComparer.Ordinal);

    /// <summary>Forms that are no words, though rules would make them ones; and those that stand by their own line, which no rule of another line forbids.</summary>
    private readonly HashSet<string> _forbidden = new(StringComparer.Ordinal), _listed = new(StringComparer.Ordinal);

    private readonly AffixFile _affixes;
    private int _formsOfOne, _steps;

    private HunspellWords(AffixFile affixes) => (_affixes, Skipped) = (affixes, affixes.Skipped);

    /// <summary>Each form in lower case, with what it may be used for.</summary>
    public IReadOnlyDictionary<string, WordUses> Forms => _forms;

    /// <summary>Lines of both files that could not be read.</summary>
    public int Skipped { get; private set; }

    /// <summary>Reads the two files.</summary>
    /// <param name="affixes">The bytes of the affix file.</param>
    /// <param name="words">The bytes of the list of words.</param>
    /// <exception cref="InvalidDataException">The encoding is unknown, or the words have more forms, or rules for them, than can be meant.</exception>
    public static HunspellWords Parse(ReadOnlySpan<byte> affixes, ReadOnlySpan<byte> words)
    {
        var encoding = AffixFile.EncodingOf(affixes);
        var dictionary = new HunspellWords(AffixFile.Read(Lines(encoding.GetString(affixes))));
        foreach (var line in Lines(encoding.GetString(words)).SkipWhile((line, number) => number == 0 && line.All(char.IsAsciiDigit))) dictionary.Take(line);
        foreach (var word in dictionary._forbidden.Except(dictionary._listed)) dictionary._forms.Remove(word);
        return dictionary;
    }

    /// <summary>One after the other: a file of nothing but line ends is no row of strings.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            yield return text[start..end].TrimStart('\uFEFF').TrimEnd('\r');
        }
    }

    /// <summary>A line of the list: a word, a slash and its flags, and behind a blank or a tabulator what it means.</summary>
    private void Take(string line)
    {
        Step();
        var entry = line.Length > LongestLine ? line : WithoutMeaning(line);
        if (entry.Length == 0) return;
        var slash = SlashOf(entry);
        var (word, flags) = slash < 0 ? (entry, "") : (entry[..slash], _affixes.Flags.Of(entry[(slash + 1)..]));
        if (line.Length > LongestLine || word.Length == 0)
        {
            Skipped++;
            return;
        }

        word = Nfc.Of(word.Replace("\\/", "/", StringComparison.Ordinal));
        _formsOfOne = 0;
        Add(word, flags, UsesOf(flags));
        if (!_affixes.Has(flags, "FORBIDDENWORD") && UsesOf(flags).HasFlag(WordUses.Word) && Spelt(word) is { } alone) _listed.Add(alone);
        foreach (var rule in _affixes.RulesOf(flags)) Affix(word, flags, rule, canGoOn: true);
    }

    /// <summary>A word may hold blanks; what it means are fields that begin with two letters and a colon (<c>po:noun</c>).</summary>
    private static string WithoutMeaning(string line)
    {
        var entry = line.Split('\t')[0].Trim();
        for (var blank = entry.IndexOf(' '); blank >= 0; blank = entry.IndexOf(' ', blank + 1))
        {
            if (entry.Length > blank + MeaningAt && entry[blank + MeaningAt] == ':') return entry[..blank].TrimEnd();
        }

        return entry;
    }

    private static int SlashOf(string entry)
    {
        var slash = entry.IndexOf('/');
        while (slash > 0 && entry[slash - 1] == '\\') slash = entry.IndexOf('/', slash + 1);
        return slash;
    }

    private void Affix(string word, string flags, AffixRule rule, bool canGoOn)
    {
        Step();
        if (_formsOfOne > MostFormsOfOne || word.Length > LongestWord || rule.Apply(word, _affixes.CanStripAll) is not { } form) return;
        Add(form, flags, UsesOf(flags, rule));
        if (!canGoOn) return;
        foreach (var next in _affixes.RulesOf(rule.Flags)) Affix(form, flags, next, canGoOn: false);
        if (rule.IsSuffix || !rule.IsCombined) return;
        foreach (var ending in _affixes.RulesOf(flags).Where(other => other is { IsSuffix: true, IsCombined: true })) Affix(form, flags, ending, canGoOn: false);
    }

    private WordUses UsesOf(string flags)
    {
        var uses = UsesInCompounds(flags);
        if (_affixes.Has(flags, "NEEDAFFIX")) uses = WordUses.None;
        else if (!_affixes.Has(flags, "ONLYINCOMPOUND")) uses |= WordUses.Word;
        return _affixes.Has(flags, "NOSUGGEST") ? uses | WordUses.Unsuggested : uses;
    }

    /// <summary>Of a form with an affix: inside compounds it may stand only where the affix says so.</summary>
    private WordUses UsesOf(string flags, AffixRule rule)
    {
        var isBound = _affixes.Has(rule.Flags, "ONLYINCOMPOUND");
        var uses = UsesInCompounds(flags) | UsesInCompounds(rule.Flags);
        if (!_affixes.Has(rule.Flags, "COMPOUNDPERMITFLAG")) uses &= WordUses.Ends;
        if (isBound) uses &= ~WordUses.Ends;
        if (_affixes.Has(rule.Flags, "NEEDAFFIX")) uses = WordUses.None;
        else if (!isBound && !_affixes.Has(flags, "ONLYINCOMPOUND")) uses |= WordUses.Word;
        return _affixes.Has(flags, "NOSUGGEST") ? uses | WordUses.Unsuggested : uses;
    }

    private WordUses UsesInCompounds(string flags)
    {
        if (_affixes.Has(flags, "COMPOUNDFLAG")) return WordUses.Begins | WordUses.Inside | WordUses.Ends;
        return If("COMPOUNDBEGIN", WordUses.Begins) | If("COMPOUNDMIDDLE", WordUses.Inside) | If("COMPOUNDEND", WordUses.Ends);

        WordUses If(string name, WordUses uses) => _affixes.Has(flags, name) ? uses : WordUses.None;
    }

    /// <param name="flags">Of its line.</param>
    private void Add(string form, string flags, WordUses uses)
    {
        _formsOfOne++;
        if ((uses & ~WordUses.Unsuggested) == WordUses.None || Spelt(form) is not { } lower) return;
        if (_forms.Count + _forbidden.Count + _listed.Count > MostForms) throw new InvalidDataException("The dictionary has more words than any language.");
        if (_affixes.Has(flags, "FORBIDDENWORD"))
        {
            _forbidden.Add(lower);
            return;
        }

        if (char.IsUpper(form[0]) && uses.HasFlag(WordUses.Word)) uses = (uses & ~WordUses.Word) | WordUses.Name;
        CollectionsMarshal.GetValueRefOrAddDefault(_forms, lower, out _) |= uses;
    }

    private void Step()
    {
        if (++_steps > MostSteps) throw new InvalidDataException("The dictionary has more rules for more words than any language.");
    }

    /// <summary>In lower case; <see langword="null"/> for what is no plain word.</summary>
    private static string? Spelt(string form)
    {
        if (form.Length is 0 or > LongestWord || form.Skip(1).Any(char.IsUpper)) return null;
        var lower = form.ToLowerInvariant();
        return Alphabet.Spells(lower) ? lower : null;
    }
}
