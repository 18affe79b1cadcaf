namespace Protokollsok.Repair;

/// <summary>
/// Endings of Swedish surnames, streets and places that are no endings without their marks: after a capital inside a sentence <c>Kvillstrom</c> is
/// <c>Kvillström</c>, whoever it is. Endings that other names have (<c>-as</c>, <c>-o</c>, <c>-gard</c>, <c>-back</c>) are not among them.
/// </summary>
internal static class NameEndings
{
    private const int ShortestStem = 2;

    private static readonly string[] s_endings =
        ["ström", "sjö", "sjön", "vägen", "gården", "gränden", "köping", "höjden", "fjället", "fjärden", "träsk", "stråket", "gången"];

    /// <summary>
    /// Whether the name is what was read but for such an ending (a genitive's s after it allowed), and what stands before the ending is known, or has no letter that could
    /// have lost a mark as well.
    /// </summary>
    public static bool Decide(Choice choice)
    {
        var name = choice.Best.Text.AsSpan();
        foreach (var ending in s_endings)
        {
            var whole = name.EndsWith(ending, StringComparison.Ordinal) || name is not [.., 's'] ? name : name[..^1];
            var stem = whole.Length - ending.Length;
            if (stem < ShortestStem || !whole.EndsWith(ending, StringComparison.Ordinal)) continue;
            if (!choice.Token.Lower.AsSpan().StartsWith(name[..stem], StringComparison.Ordinal)) return false;
            return choice.Best.IsCompound || !name[..stem].ContainsAny('a', 'o');
        }

        return false;
    }
}
