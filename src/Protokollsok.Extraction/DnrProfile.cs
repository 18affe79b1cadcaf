using System.Text;

namespace Protokollsok.Extraction;

/// <summary>
/// How a municipality writes its case numbers: in which order year, serial and classification stand where the digits do not tell, which
/// abbreviations are one unit, which numbers behind a case number are its classification. As plain text, a line each:
/// <code>
/// # what follows a hash is a comment
/// order: year serial            (98/0123 is case 123 of 1998)
/// order: class serial year      (102-274-04 is case 274 of 2004)
/// unit: KS KSF                  (KSF is another spelling of KS)
/// code: 003 611 700
/// </code>
/// </summary>
public sealed class DnrProfile
{
    private readonly Dictionary<string, string> _units = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, IReadOnlyList<DnrPart>> _orders = [];
    private readonly SortedSet<string> _codes = new(StringComparer.Ordinal);

    private DnrProfile()
    {
    }

    /// <summary>Says nothing: orders are guessed, every unit is its own, codes are known by their shape.</summary>
    public static DnrProfile Default { get; } = new();

    /// <summary>Those that are written, of two parts or of three; at most one of each length.</summary>
    public IEnumerable<IReadOnlyList<DnrPart>> Orders => _orders.OrderBy(order => order.Key).Select(order => order.Value);

    /// <summary>The classification codes; empty if any number of their shape is one.</summary>
    public IReadOnlyCollection<string> Codes => _codes;

    /// <summary>Each unit with its other spellings behind it.</summary>
    public IEnumerable<IReadOnlyList<string>> Units =>
        _units.GroupBy(pair => pair.Value).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<string>)[group.Key, .. group.Select(pair => pair.Key).Where(name => name != group.Key).Order(StringComparer.Ordinal)]);

    /// <exception cref="FormatException">A line is none of the forms above; the message names it by its number.</exception>
    public static DnrProfile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var profile = new DnrProfile();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Split('#')[0].Trim() is { Length: > 0 } said && !profile.TryAdd(said))
                throw new FormatException($"Line {number} of the case number profile, '{said}', is none of 'order: year serial', 'unit: KS KSF', 'code: 003 611'.");
        }

        return profile;
    }

    /// <summary>The text that <see cref="Parse"/> reads as the same profile.</summary>
    public string Format()
    {
        var text = new StringBuilder();
        foreach (var order in Orders) Line("order", order.Select(part => part.ToString().ToLowerInvariant()));
        foreach (var unit in Units) Line("unit", unit);
        if (_codes.Count > 0) Line("code", _codes);
        return text.ToString();

        void Line(string what, IEnumerable<string> words) => text.Append(what).Append(": ").AppendJoin(' ', words).Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => Format();

    /// <summary>The order of a case number with so many numbers in it; null if the profile does not say.</summary>
    internal IReadOnlyList<DnrPart>? OrderOf(int parts) => _orders.GetValueOrDefault(parts);

    /// <summary>The unit under its first spelling, lower case.</summary>
    internal string UnitOf(string printed) => _units.GetValueOrDefault(printed, printed).ToLowerInvariant();

    /// <summary>Whether a number behind a case number is a classification, as far as the profile knows.</summary>
    internal bool MayBeCode(ReadOnlySpan<char> digits) => _codes.Count == 0 || _codes.Contains(digits.ToString());

    internal static DnrProfile Of(IEnumerable<IReadOnlyList<DnrPart>> orders, IEnumerable<IReadOnlyList<string>> units, IEnumerable<string> codes)
    {
        var profile = new DnrProfile();
        foreach (var order in orders) profile._orders[order.Count] = order;
        foreach (var unit in units)
            foreach (var name in unit) profile._units[name] = unit[0];
        profile._codes.UnionWith(codes);
        return profile;
    }

    private bool TryAdd(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;
        var words = line[(colon + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && line[..colon].Trim().ToLowerInvariant() switch
        {
            "order" => TryAddOrder(words),
            "unit" => words.All(word => _units.TryAdd(word, words[0])),
            "code" => words.All(word => word.All(char.IsAsciiDigit)) && AddCodes(words),
            _ => false,
        };
    }

    private bool AddCodes(string[] words)
    {
        _codes.UnionWith(words);
        return true;
    }

    /// <summary>Year and serial once each, with a class or without.</summary>
    private bool TryAddOrder(string[] words)
    {
        var parts = new List<DnrPart>();
        foreach (var word in words)
            if (char.IsLetter(word[0]) && Enum.TryParse<DnrPart>(word, ignoreCase: true, out var part) && !parts.Contains(part)) parts.Add(part);
            else return false;
        return parts.Contains(DnrPart.Year) && parts.Contains(DnrPart.Serial) && _orders.TryAdd(parts.Count, parts);
    }
}
