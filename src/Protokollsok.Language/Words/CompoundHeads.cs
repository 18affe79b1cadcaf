namespace Protokollsok.Language.Words;

/// <summary>
/// Knows the shapes that words take before another: <i>omsorgs</i> is <i>omsorg</i>, <i>kvinno</i> is <i>kvinna</i>, <i>föräldra</i> is
/// <i>förälder</i>, <i>skol</i> is <i>skola</i>, <i>arbets</i> is <i>arbete</i>.
/// </summary>
internal sealed class CompoundHeads(Inflections inflections)
{
    // What ends so joins with s and not otherwise: "redovisning" heads no compound, "redovisnings" does.
    private static readonly string[] TakeS = ["ning", "ling", "het", "tion", "skap", "itet", "dom"];

    private readonly BoundedCache<Lexeme> _cache = new(50_000);

    /// <summary>The word that these letters stand for at a compound's beginning or inside; <see langword="null"/> if they stand for none.</summary>
    /// <param name="next">The letter after it.</param>
    public Lexeme? Find(ReadOnlySpan<char> letters, char next)
    {
        if (!_cache.TryGet(letters, out var found)) _cache.Add(letters.ToString(), found = Best(letters) ?? Lexeme.None);

        // Of three equal consonants one is dropped: natt + tåg is nattåg.
        if (found == Lexeme.None && letters[^1] == next && !Letters.IsVowel(next)) return WithDoubled(letters, next);
        return found == Lexeme.None ? null : found;
    }

    private Lexeme? WithDoubled(ReadOnlySpan<char> letters, char next)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        letters.CopyTo(buffer);
        buffer[letters.Length] = next;
        return Itself(buffer[..(letters.Length + 1)]);
    }

    private Lexeme? Best(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 3 || letters.Length >= Inflections.LongestWord || !Letters.HasVowel(letters)) return null;
        if (Particles.Contains(letters) || ClosedWords.Contains(letters)) return null;
        Lexeme? best = Itself(letters);
        if (letters[^1] == 's') best = Better(best, Itself(letters[..^1], withS: true), Ending(letters[..^1], "e"));
        if (best is { Attested: > 1 }) return best;

        // The corpus holds heads as words of their own, from "kvinno- och mansjour": the whole word behind them comes first.
        return letters[^1] switch
        {
            'o' or 'u' => Ending(letters[..^1], "a"),
            'e' => Better(Itself(letters[..^1]), Ending(letters[..^1], "a")),
            'a' => Form(letters, "r"),
            _ => Better(Ending(letters, "a"), Ending(letters, "e")),
        } ?? best;
    }

    private static Lexeme? Better(Lexeme? one, Lexeme? other) => one is null || (other is not null && other.Mass > one.Mass) ? other : one;

    private static Lexeme? Better(Lexeme? one, Lexeme? two, Lexeme? three) => Better(Better(one, two), three);

    private Lexeme? Itself(ReadOnlySpan<char> letters, bool withS = false)
    {
        if (letters.Length < 3 || (!withS && NeedsS(letters)) || ClosedWords.Contains(letters)) return null;
        return inflections.Find(letters) is { } word && letters.SequenceEqual(word.Normal) && CanHead(word) ? word : null;
    }

    /// <summary>A verb heads by its stem, and a noun in -a loses or changes it; an adverb heads nothing.</summary>
    private static bool CanHead(Lexeme word) => word.Class switch
    {
        WordClass.Verb => !word.Normal.EndsWith('a'),
        WordClass.Noun => word.Paradigm?.Name != "flicka",
        _ => true,
    };

    private Lexeme? Ending(ReadOnlySpan<char> stem, string ending)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        var letters = Append(buffer, stem, ending);
        return inflections.Find(letters) is { Class: not null } word && letters.SequenceEqual(word.Normal) ? word : null;
    }

    private Lexeme? Form(ReadOnlySpan<char> stem, string ending)
    {
        Span<char> buffer = stackalloc char[Inflections.LongestWord + 1];
        return inflections.Find(Append(buffer, stem, ending)) is { Class: WordClass.Noun } word ? word : null;
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
