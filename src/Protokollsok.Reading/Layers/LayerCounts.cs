using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>What can be counted in a text layer, for judging it.</summary>
internal sealed partial class LayerCounts
{
    /// <summary>A word whose letters cost more bits than this each is an unlikely one.</summary>
    private const double UnlikelyCost = 5;

    /// <summary>Of fewer words shares tell little.</summary>
    private const int FewWords = 100;

    /// <summary>What common words become when å ä ö are lost; none of them is a word of Swedish.</summary>
    private static readonly HashSet<string> Folded = new(StringComparer.OrdinalIgnoreCase)
    {
        "pa", "fran", "ar", "nar", "aven", "saval", "namnden", "arende", "arendet", "arenden", "foreslar", "forslag", "forslaget", "forvaltningen", "fullmaktige",
        "sammantrade", "ordforande", "ledamoter", "atgarder", "mojlighet", "behover", "aterkomma", "narvarande", "ersattare",
    };

    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase) { "the", "of", "and", "to", "is", "was", "that", "with", "by" };

    private static readonly HashSet<string> Swedish = new(StringComparer.OrdinalIgnoreCase) { "och", "att", "som", "av", "den", "det", "till", "med" };

    private readonly int[] _swedishLetters = new int[3];
    private int _english, _swedish, _lastSection;
    private double _cost;
    private int _costed, _likely, _unlikely, _bareHeads, _lowHeads;

    public LayerCounts(IReadOnlyList<LineReading> layer)
    {
        foreach (var line in layer)
        {
            foreach (var word in line.Words) Count(line.Text.Substring(word.Start, word.Length));
            HasSection |= line.Text.Contains('§', StringComparison.Ordinal);
            CountLostSection(line.Text);
            LostZeros += LostZero().Count(line.Text);
        }
    }

    public int Words { get; private set; }

    public int Letters { get; private set; }

    /// <summary>Letters that Swedish does not have and its neighbours do.</summary>
    public int Foreign { get; private set; }

    /// <summary>Characters that stand for no character: U+FFFD, private ones, controls.</summary>
    public int Broken { get; private set; }

    /// <summary>Words with a digit or an ampersand between letters (<c>R&amp;d</c>, <c>6ppen</c>, <c>16pande</c>).</summary>
    public int Mixed { get; private set; }

    public int Digits { get; private set; }

    public int Zeros { get; private set; }

    /// <summary>Words that became no words when å ä ö were lost.</summary>
    public int FoldedWords { get; private set; }

    /// <summary>Letters of no alphabet that Swedish text is written in (Arabic, Cyrillic): their language cannot be judged here.</summary>
    public int OtherScript { get; private set; }

    public bool HasSection { get; private set; }

    /// <summary>
    /// Lines that begin as a section does whose sign was taken for something else, in the order of their numbers: <c>8 31 Lotsar</c>,
    /// <c>8 32 Kajer</c>. A number without anything before it is a heading's own.
    /// </summary>
    public int LostSections { get; private set; }

    /// <summary>Dates whose year has three digits or fewer.</summary>
    public int LostZeros { get; private set; }

    public int Diacritics => _swedishLetters.Sum();

    /// <summary>How often the rarest of å ä ö occurs.</summary>
    public int RarestDiacritic => _swedishLetters.Min();

    /// <summary>Bits a letter: <see cref="SwedishLetters.Cost"/>.</summary>
    public double Cost => _costed == 0 ? 0 : _cost / _costed;

    /// <summary>Of words of three letters and more, 0–1.</summary>
    public double UnlikelyShare => (double)_unlikely / Math.Max(1, _likely + _unlikely);

    /// <summary>How far the share may lie from what it is of, for so few words: one and a half standard deviations of a list of names; nothing on a full page.</summary>
    public double UnlikelyChance(double share) => _likely + _unlikely is > 0 and < FewWords and var words ? 1.5 * Math.Sqrt(share * (1 - share) / words) : 0;

    /// <summary>
    /// Lines that begin with a number and a capital (<c>79 Lotsar</c>), two and more and none numbered below ten: no chapters, but sections whose sign was lost
    /// without a trace.
    /// </summary>
    public bool HasBareSections => _bareHeads >= 2 && _lowHeads == 0;

    public bool IsEnglish => _english > Words / 10 && _swedish < Words / 40.0;

    private void CountLostSection(string line)
    {
        if (BareHead().Match(line) is { Success: true } head)
        {
            if (head.Groups["number"].Length == 1) _lowHeads++;
            else _bareHeads++;
        }

        var heading = LostSection().Match(line);
        if (heading.Success)
        {
            int number = int.Parse(heading.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number < _lastSection) return;
            _lastSection = number;
            LostSections++;
        }
        else if (LostSectionInText().IsMatch(line)) LostSections++;
    }

    private void Count(string word)
    {
        Words++;
        if (IsMixed(word)) Mixed++;
        foreach (char c in word) Count(c);
        var core = word.AsSpan().Trim("\"'.,;:()!?-–•/”“");
        if (core.Length == 0 || core.ContainsAnyInRange('0', '9')) return;
        var lookup = core.ToString();
        if (English.Contains(lookup)) _english++;
        if (Swedish.Contains(lookup)) _swedish++;
        // Capitals alone are initials as often: AR, PA.
        if (core.ContainsAnyInRange('a', 'z') && Folded.Contains(lookup)) FoldedWords++;
        double cost = SwedishLetters.Cost(core);
        _cost += cost;
        _costed += core.Length + 1;
        if (core.Length >= 3 && cost > UnlikelyCost * (core.Length + 1)) _unlikely++;
        else if (core.Length >= 3) _likely++;
    }

    private void Count(char c)
    {
        if (char.IsLetter(c)) Letters++;
        if (c > '\u024F' && char.IsLetter(c)) OtherScript++;
        if (char.IsAsciiDigit(c)) Digits++;
        if (c == '0') Zeros++;
        if (c is 'æ' or 'ø' or 'Æ' or 'Ø' or 'ß') Foreign++;
        if ("åäö".IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) is >= 0 and var index) _swedishLetters[index]++;
        if (c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.Control) Broken++;
    }

    /// <summary>A letter on both sides of something that is none, or a digit before a small letter in a word of letters.</summary>
    private static bool IsMixed(string word)
    {
        for (int i = 0; i + 2 < word.Length; i++)
        {
            if (char.IsLetter(word[i]) && (char.IsAsciiDigit(word[i + 1]) || word[i + 1] == '&') && char.IsLower(word[i + 2])) return true;
        }

        return word.Length > 2 && char.IsAsciiDigit(word[0]) && word.AsSpan(1).ContainsAnyInRange('a', 'z')
            && word.Skip(2).All(char.IsLower);
    }

    [GeneratedRegex(@"^(8|88|\$|\$\$|S|S\$|\$S) ?(?<number>[0-9]{1,3}) \p{Lu}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LostSection();

    [GeneratedRegex(@"^(?<number>[1-9][0-9]{0,2})\.? \p{Lu}\p{Ll}{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BareHead();

    [GeneratedRegex(@"\$ ?[0-9]|Paragrafer 88? [0-9]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LostSectionInText();

    /// <summary>1989-1-1 is a date; 218-12-18, 21-1-3 and 2 16- 5-16 have lost something.</summary>
    [GeneratedRegex(@"(^|[^\d-])([12]\d{1,2}-[1-9]\d?-[1-9]\d?|[12] \d{1,2}- ?\d{1,2}-)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LostZero();
}
