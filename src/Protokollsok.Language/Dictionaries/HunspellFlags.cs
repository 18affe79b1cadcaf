using System.Globalization;

namespace Protokollsok.Language.Dictionaries;

/// <summary>How an affix file writes its flags. A set of them is held as a string, a character a flag.</summary>
internal sealed class HunspellFlags
{
    private enum Form { Single, Pair, Number }

    private readonly List<string> _aliases = [];
    private Form _form;

    /// <summary>What <c>FLAG</c> says: <c>long</c>, <c>num</c> or <c>UTF-8</c>; each flag is one character otherwise, too.</summary>
    public void Use(string form) => _form = form switch { "long" => Form.Pair, "num" => Form.Number, _ => Form.Single };

    /// <summary>A line <c>AF</c>: a set that is called by its number from then on; the first such line is only their count.</summary>
    public void AddAlias(string set) => _aliases.Add(_aliases.Count == 0 ? "" : Parse(set));

    /// <summary>One flag, where one is named; 0 where nothing is.</summary>
    public char One(string text) => Parse(text) is [var flag, ..] ? flag : '\0';

    /// <summary>The set that stands after a word.</summary>
    public string Of(string text)
    {
        if (_aliases.Count == 0) return Parse(text);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var alias) && alias > 0 && alias < _aliases.Count ? _aliases[alias] : "";
    }

    private string Parse(string text) => _form switch
    {
        Form.Pair => string.Concat(text.Chunk(2).Select(pair => pair.Length == 2 ? (char)((pair[0] & 0xFF) << 8 | (pair[1] & 0xFF)) : pair[0])),
        Form.Number => string.Concat(text.Split(',').Select(number => ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var flag) ? (char)flag : '\0')),
        _ => text,
    };
}
