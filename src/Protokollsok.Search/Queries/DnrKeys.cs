using System.Globalization;

namespace Protokollsok.Search.Queries;

/// <summary>
/// The keys that a typed case number may stand for. Which number is the year and which the serial is often open
/// (<c>10/25</c>), so there may be several; one that no document has does no harm.
/// </summary>
/// <param name="Keys">As the records have them: <c>on-2014-225</c>.</param>
/// <param name="HasUnit">Whether a unit was typed; without one every unit's case of that number is meant.</param>
internal sealed record DnrKeys(IReadOnlyList<string> Keys, bool HasUnit)
{
    private const int LongestDnr = 40;
    private const int LongestUnit = 10;

    /// <summary>Two-digit years up to this one are of this century.</summary>
    private const int LastShortYear = 49;

    private static readonly char[] Joints = [' ', '-', '/', ':', '.', '_', '\u00A0', '\u2010', '\u2011', '\u2013'];

    /// <summary>Null when the text cannot be a case number: it has no two numbers, or something that no case number has.</summary>
    public static DnrKeys? TryParse(string text)
    {
        if (text.Length > LongestDnr || !text.Any(char.IsAsciiDigit)) return null;
        var tokens = SplitGlued(text.ToLowerInvariant().Split(Joints, StringSplitOptions.RemoveEmptyEntries));
        if (tokens.Any(token => !token.All(char.IsLetterOrDigit))) return null;
        var units = tokens.Where(token => char.IsLetter(token[0])).ToList();
        var numbers = tokens.Where(token => token.All(char.IsAsciiDigit)).ToList();
        if (numbers.Count < 2 || units.Count > 1 || units.Count + numbers.Count < tokens.Count || units.Any(unit => unit.Length > LongestUnit)) return null;
        var unit = units.Count > 0 ? units[0] + "-" : "";
        var keys = Numbers(numbers, SuffixOf(text)).Select(key => unit + key).Append(AsPrinted(text)).Append(string.Join('-', tokens));
        return new DnrKeys([.. keys.Distinct(StringComparer.Ordinal)], units.Count > 0);
    }

    /// <summary>What the keys begin with of a case number that is being typed; null for what cannot be one: it has no digit yet, or other signs.</summary>
    public static string? Beginning(string text)
    {
        if (text.Length > LongestDnr || !text.Any(char.IsAsciiDigit)) return null;
        var tokens = SplitGlued(text.ToLowerInvariant().Split(Joints, StringSplitOptions.RemoveEmptyEntries));
        if (tokens.Any(token => !token.All(char.IsLetterOrDigit)) || tokens.Skip(1).Any(token => !char.IsAsciiDigit(token[0]))) return null;
        if (char.IsLetter(tokens[0][0]) && tokens[0].Length > LongestUnit) return null;
        var serial = tokens.Count - 1;
        if (serial > 0 && tokens[serial - 1].Length == 4) tokens[serial] = tokens[serial].TrimStart('0');
        return string.Join('-', tokens);
    }

    /// <summary>A key as a person would write it: <c>ON 2014-225</c>.</summary>
    public static string Shown(string key) =>
        WithoutUnit(key) is var number && number.Length < key.Length ? $"{key[..^(number.Length + 1)].ToUpperInvariant()} {number}" : key;

    /// <summary>The key without its unit: <c>2014-225</c>.</summary>
    public static string WithoutUnit(string key)
    {
        var joint = key.IndexOf('-', StringComparison.Ordinal);
        return joint > 0 && char.IsLetter(key[0]) ? key[(joint + 1)..] : key;
    }

    public bool Contains(string key) => Keys.Contains(HasUnit ? key : WithoutUnit(key));

    /// <summary>Year and serial in either order, as far as the year can be one; what follows them is a classification.</summary>
    private static IEnumerable<string> Numbers(List<string> numbers, string? suffix)
    {
        for (var order = 0; order < 2; order++)
        {
            if (YearOf(numbers[order]) is not { } year || !long.TryParse(numbers[1 - order], NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"{year}-{serial}");
            if (suffix is not null) yield return $"{key}-{suffix}";
            yield return key;
            if (numbers[order].Length == 4 && order == 0 && numbers[1].Length != 2) yield break;
        }
    }

    /// <summary>The key of an order that nobody knows: the tokens as printed, so that <c>1.5.3-219-2012</c> keeps its points.</summary>
    private static string AsPrinted(string text) =>
        string.Join('-', text.ToLowerInvariant().Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries));

    private static int? YearOf(string number) => number.Length switch
    {
        2 => int.Parse(number, CultureInfo.InvariantCulture) is var year && year <= LastShortYear ? 2000 + year : 1900 + year,
        4 when number[..2] is "19" or "20" => int.Parse(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The <c>2</c> of <c>SLK-2023-01169:2</c>: a colon after year and serial.</summary>
    private static string? SuffixOf(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || text[..colon].Split(Joints, StringSplitOptions.RemoveEmptyEntries).Count(token => token.All(char.IsAsciiDigit)) < 2) return null;
        var suffix = text[(colon + 1)..].Trim();
        return suffix.Length is > 0 and < 4 && suffix.All(char.IsAsciiDigit) ? suffix.TrimStart('0') : null;
    }

    /// <summary>Parts <c>ON2014</c> and <c>KKA500</c>, but leaves <c>N160</c> whole where two numbers follow anyway.</summary>
    private static List<string> SplitGlued(string[] tokens)
    {
        var numbers = tokens.Count(token => token.All(char.IsAsciiDigit));
        var split = new List<string>();
        foreach (var token in tokens)
        {
            var letters = token.TakeWhile(char.IsLetter).Count();
            if (numbers < 2 && letters > 0 && letters < token.Length && token[letters..].All(char.IsAsciiDigit)) split.AddRange([token[..letters], token[letters..]]);
            else split.Add(token);
        }

        return split;
    }
}
