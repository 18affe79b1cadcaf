using System.Text;

namespace Protokollsok.Language.Dictionaries;

/// <summary>
/// What an affix file of hunspell says that matters for which words there are (man 5 hunspell): its encoding, its flags, how words are inflected and put together. A line that
/// cannot be read is skipped and counted; what concerns suggestions only is passed over.
/// </summary>
internal sealed class AffixFile
{
    private const int MostRules = 50_000;

    /// <summary>A longer line is none that a person or a program wrote; the encoding is named before so many bytes.</summary>
    private const int LongestLine = 10_000, HeadBytes = 1 << 20, LongestName = 40;

    private readonly Dictionary<char, List<AffixRule>> _rules = [];
    private readonly Dictionary<char, bool> _isCombined = [];
    private readonly Dictionary<string, char> _named = new(StringComparer.Ordinal);
    private int _count;

    private AffixFile()
    {
    }

    public HunspellFlags Flags { get; } = new();

    /// <summary>Whether an affix may replace a whole word.</summary>
    public bool CanStripAll { get; private set; }

    /// <summary>Lines that could not be read.</summary>
    public int Skipped { get; private set; }

    /// <param name="lines">In the encoding that <see cref="EncodingOf"/> finds.</param>
    public static AffixFile Read(IEnumerable<string> lines)
    {
        var file = new AffixFile();
        foreach (var line in lines)
        {
            if (line.Length > LongestLine)
            {
                file.Skipped++;
                continue;
            }

            var fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields is ["FULLSTRIP", ..]) file.CanStripAll = true;
            else if (fields.Length > 1 && !fields[0].StartsWith('#') && !file.Take(fields)) file.Skipped++;
        }

        return file;
    }

    /// <summary>What <c>SET</c> names; Latin 1 where nothing does, as hunspell has it.</summary>
    /// <exception cref="InvalidDataException">Nobody knows the encoding.</exception>
    public static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        foreach (var line in Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]).Split('\n'))
        {
            if (line.StartsWith("SET", StringComparison.Ordinal) && line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries) is ["SET", var name, ..]) return EncodingNamed(name);
        }

        return Encoding.Latin1;
    }

    private static Encoding EncodingNamed(string name)
    {
        if (name.StartsWith("ISO8859", StringComparison.Ordinal)) name = name.Replace("ISO8859", "ISO-8859", StringComparison.Ordinal);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"Nobody knows the encoding {(name.Length > LongestName ? name[..LongestName] : name)}.");
        }
    }

    /// <summary>Whether a word's flags hold one that the file names (<c>NEEDAFFIX</c>, <c>COMPOUNDBEGIN</c> …).</summary>
    public bool Has(string flags, string name) => flags.Length > 0 && _named.TryGetValue(name, out var flag) && flags.Contains(flag, StringComparison.Ordinal);

    /// <summary>Every affix that the flags allow.</summary>
    public IEnumerable<AffixRule> RulesOf(string flags)
    {
        foreach (var flag in flags)
        {
            if (!_rules.TryGetValue(flag, out var rules)) continue;
            foreach (var rule in rules) yield return rule;
        }
    }

    private bool Take(string[] fields)
    {
        switch (fields[0])
        {
            case "FLAG": Flags.Use(fields[1]); return true;
            case "AF": Flags.AddAlias(fields[1]); return true;
            case "NEEDAFFIX" or "FORBIDDENWORD" or "ONLYINCOMPOUND" or "NOSUGGEST" or "COMPOUNDFLAG" or "COMPOUNDBEGIN" or "COMPOUNDMIDDLE" or "COMPOUNDEND" or "COMPOUNDPERMITFLAG":
                _named[fields[0]] = Flags.One(fields[1]);
                return _named[fields[0]] != '\0';
            case "SFX" or "PFX": return TakeAffix(fields);
            default: return true;
        }
    }

    private bool TakeAffix(string[] fields)
    {
        if (fields.Length < 4 || Flags.One(fields[1]) is not (not '\0' and var flag)) return false;
        if (!_rules.TryGetValue(flag, out var rules))
        {
            if (fields[2] is not ("Y" or "N")) return false;
            (_rules[flag], _isCombined[flag]) = ([], fields[2] == "Y");
            return true;
        }

        var slash = fields[3].IndexOf('/');
        var (add, flags) = slash < 0 ? (fields[3], "") : (fields[3][..slash], Flags.Of(fields[3][(slash + 1)..]));
        if (AffixCondition.Parse(fields.Length > 4 ? fields[4] : ".") is not { } condition || ++_count > MostRules) return false;
        rules.Add(new AffixRule(fields[0] == "SFX", _isCombined[flag], fields[2] == "0" ? "" : fields[2], add == "0" ? "" : add, flags, condition));
        return true;
    }
}
