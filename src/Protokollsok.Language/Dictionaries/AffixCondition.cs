namespace Protokollsok.Language.Dictionaries;

/// <summary>Which letters a word must end or begin with for an affix to fit: plain ones, <c>.</c>, and groups as <c>[aeo]</c> and <c>[^aeo]</c>.</summary>
internal sealed class AffixCondition
{
    private readonly List<(string Letters, bool IsOthers)> _places = [];

    private AffixCondition()
    {
    }

    /// <summary>Fits every word.</summary>
    public static AffixCondition Any { get; } = new();

    /// <returns><see langword="null"/> where a group does not end.</returns>
    public static AffixCondition? Parse(string text)
    {
        if (text == ".") return Any;
        var condition = new AffixCondition();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '[')
            {
                condition._places.Add(text[i] == '.' ? ("", true) : (text[i].ToString(), false));
                continue;
            }

            var end = text.IndexOf(']', i);
            if (end < 0) return null;
            var isOthers = text[i + 1] == '^';
            condition._places.Add((text[(isOthers ? i + 2 : i + 1)..end], isOthers));
            i = end;
        }

        return condition;
    }

    public bool FitsEnd(ReadOnlySpan<char> word) => word.Length >= _places.Count && FitsBeginning(word[^_places.Count..]);

    public bool FitsBeginning(ReadOnlySpan<char> word)
    {
        if (word.Length < _places.Count) return false;
        for (var i = 0; i < _places.Count; i++)
        {
            var (letters, isOthers) = _places[i];
            if (letters.Contains(word[i], StringComparison.Ordinal) == isOthers) return false;
        }

        return true;
    }
}
