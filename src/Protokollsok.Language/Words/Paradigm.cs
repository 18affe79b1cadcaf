namespace Protokollsok.Language.Words;

internal enum WordClass
{
    Noun,
    Verb,
    Adjective,
}

/// <summary>What the stem, the part before the endings, must end in.</summary>
internal enum StemEnd
{
    Any,
    Vowel,
    Consonant,

    /// <summary>A vowel other than <c>a</c>: nouns in -a have a paradigm of their own.</summary>
    VowelButA,

    /// <summary><c>r</c> or <c>l</c>: <i>för</i>, <i>tål</i>, without -er in the present.</summary>
    Liquid,
}

/// <summary>
/// One pattern of inflection. A slot is one grammatical form with the endings that can express it; the first ending of the first slot
/// makes the normal form. How many slots of a supposed word are attested is the evidence that the word exists.
/// </summary>
/// <param name="Name">Its example word.</param>
/// <param name="Bonus">For or against it where two paradigms claim one word: what its shape says once the second slot (a noun's definite form) is attested.</param>
/// <param name="Unscored">Endings that belong to it but prove nothing: a verb's imperative looks like a noun.</param>
internal sealed record Paradigm(string Name, WordClass Class, StemEnd StemEnd, string[][] Slots, string[] Unscored, double Bonus)
{
    public string NormalEnding => Slots[0][0];

    /// <summary>Nouns take the genitive, verbs the passive; an adjective's genitive is rare enough to be left to the noun.</summary>
    public bool TakesS => Class != WordClass.Adjective;

    public bool Allows(ReadOnlySpan<char> stem) => Letters.HasVowel(stem, NormalEnding) && StemEnd switch
    {
        StemEnd.Vowel => Letters.IsVowel(stem[^1]),
        StemEnd.VowelButA => Letters.IsVowel(stem[^1]) && stem[^1] != 'a',
        StemEnd.Liquid => stem[^1] is 'r' or 'l',
        StemEnd.Consonant => !Letters.IsVowel(stem[^1]),
        _ => true,
    };
}
