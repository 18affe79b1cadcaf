namespace Protokollsok.Language.Dictionaries;

/// <summary>One way in which a word takes a beginning or an ending.</summary>
/// <param name="IsSuffix">Whether it is an ending.</param>
/// <param name="IsCombined">Whether words have it together with one at their other end.</param>
/// <param name="Strip">What the word loses.</param>
/// <param name="Add">What it takes.</param>
/// <param name="Flags">What the form may be used for besides, and which affixes it takes in its turn.</param>
internal sealed record AffixRule(bool IsSuffix, bool IsCombined, string Strip, string Add, string Flags, AffixCondition Condition)
{
    /// <summary>The word with it; <see langword="null"/> where it does not fit.</summary>
    /// <param name="canStripAll">Whether nothing of the word may be left.</param>
    public string? Apply(string word, bool canStripAll)
    {
        if (word.Length < Strip.Length || (word.Length == Strip.Length && !canStripAll)) return null;
        if (IsSuffix)
            return word.EndsWith(Strip, StringComparison.Ordinal) && Condition.FitsEnd(word) ? string.Concat(word.AsSpan(0, word.Length - Strip.Length), Add) : null;
        return word.StartsWith(Strip, StringComparison.Ordinal) && Condition.FitsBeginning(word) ? string.Concat(Add, word.AsSpan(Strip.Length)) : null;
    }
}
