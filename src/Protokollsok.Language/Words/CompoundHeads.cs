using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>
/// Knows the shapes that words take before another: <i>omsorgs</i> is <i>omsorg</i>, <i>kvinno</i> is <i>kvinna</i>, <i>föräldra</i> is
/// <i>förälder</i>, <i>skol</i> is <i>skola</i>, <i>arbets</i> is <i>arbete</i>.
/// </summary>
internal sealed class CompoundHeads(Inflections inflections)
{
    // What ends so joins with s and not otherwise: "redovisning" heads no compound, "redovisnings" does.
    private static readonly string[] TakeS = ["ning", "ling", "het", "tion", "skap", "itet", "dom"];

    // Nouns in -a that keep it.
    private static readonly string[] KeepA = ["villa", "kamera", "arena", "firma", "agenda", "propaganda", "pizza", "veranda", "cafeteria"];

    // Foreign words and fragments that any Swedish corpus holds.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoHeads =
        "und des the and inter ell ett anti pre pro con sub les der die ist dom ing sgi ang avs tel res"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private const int CommonMass = 100;
    private const int ClearlyMore = 5;

    /// <summary>The word that these letters stand for at a compound's beginning or inside; <see langword="null"/> if they stand for none.</summary>
    /// <param name="next">The letter after it.</param>
    public Lexeme? Find(ReadOnlySpan<char> letters, char next)
    {
        var found = Best(letters);

        // Of three equal consonants one is dropped: natt + tåg is nattåg.
        if (letters[^1] == next && found is null or { Attested: <= 1 } && !Letters.IsVowel(next) && WithDoubled(letters, next) is { } doubled) return doubled;
        return found;
    }

    private Lexeme? WithDoubled(ReadOnlySpan<char> letters, char next)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        letters.CopyTo(buffer);
        buffer[letters.Length] = next;
        return Itself(buffer[..(letters.Length + 1)]) is { Class: WordClass.Noun, Mass: >= CommonMass } word ? word : null;
    }

    private Lexeme? Best(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 3 || letters.Length >= Inflections.LongestWord || !Letters.HasVowel(letters)) return null;
        var itself = Itself(letters);
        var linked = Linked(letters);
        if (linked is null && itself is null) linked = VerbStem(letters);
        if ((linked is null && itself is null) || Particles.Contains(letters)) return null;
        if (linked is null || itself is null) return linked ?? itself;

        // The corpus holds heads as words of their own, from "kvinno- och mansjour": the word behind them is meant.
        var isLinkedByShape = letters[^1] is 'o' or 'u' or 'a' || letters.EndsWith("ar") || (letters[^1] == 'e' && linked.Mass > itself.Mass);
        return isLinkedByShape || itself.Attested <= 1 || linked.Mass > ClearlyMore * itself.Mass ? linked : itself;
    }

    private Lexeme? Linked(ReadOnlySpan<char> letters) => letters[^1] switch
    {
        's' => Better(Itself(letters[..^1], withS: true), InE(letters[..^1])) ?? (letters[^2] == 'e' ? InA(letters[..^2]) : null),
        'o' or 'u' => InA(letters[..^1]),
        'e' => Better(Itself(letters[..^1]), InA(letters[..^1])),
        'a' => letters.EndsWith("manna") ? Itself(letters[..^2]) : PluralIn(letters, "r"),
        _ => Better(InA(letters), InE(letters)),
    };

    private static Lexeme? Better(Lexeme? one, Lexeme? other) => one is null || (other is not null && other.Mass > one.Mass) ? other : one;
    private Lexeme? Itself(ReadOnlySpan<char> letters, bool withS = false)
    {
        if (letters.Length < 3 && letters is not "år") return null;
        if (!inflections.Knows(letters) || (!withS && NeedsS(letters)) || ClosedWords.Contains(letters) || NoHeads.Contains(letters)) return null;
        return inflections.Find(letters) is { } word && letters.SequenceEqual(word.Normal) && CanHead(word) ? word : null;
    }

    /// <summary>A verb heads by its stem, and a noun in -a loses or changes it; an adverb heads nothing.</summary>
    private static bool CanHead(Lexeme word) => word.Class switch
    {
        WordClass.Verb => false,
        WordClass.Noun => word.Paradigm?.Name != "flicka" || KeepA.Contains(word.Normal),
        _ => true,
    };

    /// <summary><i>arbets</i>, <i>lärar</i>: a noun that lost its -e.</summary>
    private Lexeme? InE(ReadOnlySpan<char> stem) =>
        With(stem, "e") is { Class: WordClass.Noun, Mass: >= CommonMass, Attested: > 1 } word ? word : null;

    /// <summary><i>kvinno</i>, <i>gatu</i>, <i>rese</i>, <i>skol</i>: a noun that lost or changed its -a.</summary>
    private Lexeme? InA(ReadOnlySpan<char> stem) => IsNounInA(stem) ? With(stem, "a") : null;

    /// <summary><i>byggnads</i> is no verb, but <i>bygg</i> is.</summary>
    private Lexeme? VerbStem(ReadOnlySpan<char> letters) => With(letters, "a") is { Class: WordClass.Verb, Attested: > 2 } verb ? verb : null;

    /// <summary><i>föräldra</i>.</summary>
    private Lexeme? PluralIn(ReadOnlySpan<char> stem, string ending)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        var letters = Append(buffer, stem, ending);
        return inflections.Knows(letters) && inflections.Find(letters) is { Class: WordClass.Noun, Paradigm: null } word ? word : null;
    }

    private Lexeme? With(ReadOnlySpan<char> stem, string ending)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        var letters = Append(buffer, stem, ending);
        return inflections.Knows(letters) && inflections.Find(letters) is { Class: not null } word && letters.SequenceEqual(word.Normal) ? word : null;
    }

    // Asked of the form and not of the best reading: hyra is a verb and a noun.
    private bool IsNounInA(ReadOnlySpan<char> stem)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 2];
        if (!inflections.Knows(Append(buffer, stem, "an")) || ClosedWords.Contains(Append(buffer, stem, "an"))) return false;
        return inflections.Knows(Append(buffer, stem, "or")) || inflections.Knows(Append(buffer, stem, "orna")) || With(stem, "a") is { Class: WordClass.Noun };
    }

    private static ReadOnlySpan<char> Append(Span<char> buffer, ReadOnlySpan<char> stem, string ending)
    {
        stem.CopyTo(buffer);
        ending.CopyTo(buffer[stem.Length..]);
        return buffer[..(stem.Length + ending.Length)];
    }

    private static bool NeedsS(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 7) return false;
        foreach (var ending in TakeS)
        {
            if (letters.EndsWith(ending)) return true;
        }

        return false;
    }
}
