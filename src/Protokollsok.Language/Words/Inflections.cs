using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>
/// Finds of which word a form is a form. Every paradigm that could have made the form proposes its normal form; it is heard only if the
/// lexicon knows that normal form, and the one whose forms are best attested wins. So <i>nämnden</i> is <i>nämnd</i> because of
/// <i>nämnder</i> and <i>nämnderna</i>, and <i>barnen</i> is no form of <i>barne</i>.
/// </summary>
/// <remarks>
/// The evidence for a word is the sum, over the slots of its paradigm, of the logarithm of how often the slot's forms are attested. It does
/// not depend on the form that is asked for, so the forms of one word agree. The constants were set on ordinary municipal words.
/// </remarks>
internal sealed class Inflections(LexiconCount count)
{
    public const int LongestWord = 60;
    private const int ShortestStem = 2;

    // A paradigm of three slots shall not lose for having no fourth, nor win for it.
    private const double MissingSlot = 1.2;
    private const double GenitiveCost = 0.5;
    private const double IrregularBonus = 12;

    // "hjälp" is first of all itself, only then the imperative of hjälpa.
    private const double NounItselfBonus = 5;
    private const double VerbItselfBonus = 2.5;
    private const double DefiniteShare = 0.02;

    // A long word with -a after it is an adjective without a neuter in the corpus; a short one may be any two words.
    private const int LongAdjective = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TwoLetterWords =
        "by bi bo ro tå år ås ål ek el is ed nå sy ny rå ko ur".Split(' ').ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly BoundedCache<Lexeme> _cache = new(100_000);

    /// <summary>The best reading of a lower-case word; <see langword="null"/> if the lexicon has nothing to say about it.</summary>
    public Lexeme? Find(ReadOnlySpan<char> form)
    {
        if (form.Length is < ShortestStem or > LongestWord) return null;
        if (!_cache.TryGet(form, out var found)) _cache.Add(form.ToString(), found = Best(form));
        return found == Lexeme.None ? null : found;
    }

    /// <summary>Whether the lexicon holds just this form.</summary>
    public bool Knows(ReadOnlySpan<char> form) => count(form) > 0;

    private Lexeme Best(ReadOnlySpan<char> form)
    {
        var own = count(form);
        if (ClosedWords.Contains(form)) return new Lexeme(form.ToString(), null, own, double.MaxValue, 1, null);
        var best = own == 0 ? Lexeme.None : new Lexeme(form.ToString(), null, own, Math.Log(1 + own), 1, null);
        var hasS = form.Length > ShortestStem + 1 && form[^1] == 's';
        TryRegular(form, form, 0, ref best);
        if (hasS) TryRegular(form, form[..^1], GenitiveCost, ref best);
        TryIrregular(form, ref best);

        // A name or an uninflected word has only its genitive: Ukrainas.
        return hasS && best.Attested <= 1 && count(form[..^1]) > own && Find(form[..^1]) is { } owner ? owner : best;
    }

    private void TryRegular(ReadOnlySpan<char> form, ReadOnlySpan<char> withoutS, double cost, ref Lexeme best)
    {
        Span<char> buffer = stackalloc char[LongestWord + Paradigms.LongestEnding + 1];
        withoutS.CopyTo(buffer);

        // Short endings first: what is written behind a stem never reaches into the shorter stems that follow.
        for (var ending = 0; ending <= Math.Min(Paradigms.LongestEnding, withoutS.Length - ShortestStem); ending++)
        {
            var stem = withoutS.Length - ending;
            foreach (var candidates in Paradigms.With(withoutS[stem..]))
            {
                var normal = Join(buffer, stem, candidates.NormalEnding);
                if (count(normal) == 0 || (normal.Length == 2 && !TwoLetterWords.Contains(normal))) continue;
                var isNormal = form.SequenceEqual(normal);
                foreach (var paradigm in candidates.Paradigms)
                {
                    if ((cost > 0 && !paradigm.TakesS) || !paradigm.Allows(withoutS[..stem])) continue;
                    Judge(buffer, stem, paradigm, isNormal, cost, ref best);
                }
            }
        }
    }

    private void Judge(Span<char> buffer, int stem, Paradigm paradigm, bool isNormal, double cost, ref Lexeme best)
    {
        Span<int> slots = stackalloc int[paradigm.Slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            foreach (var ending in paradigm.Slots[i]) slots[i] += CountWithS(buffer, stem, ending, paradigm.TakesS);
        }

        if (!IsBelievable(paradigm, slots, stem + paradigm.NormalEnding.Length)) return;
        var score = Score(slots) + (slots[1] > 0 ? paradigm.Bonus : 0) + (isNormal ? ItselfBonus(paradigm, slots) : 0) - cost;
        if (score <= best.Score) return;
        var normal = Join(buffer, stem, paradigm.NormalEnding).ToString();
        best = new Lexeme(normal, paradigm.Class, Sum(slots), score, Attested(slots), paradigm);
    }

    private static bool IsBelievable(Paradigm paradigm, ReadOnlySpan<int> slots, int length)
    {
        var attested = Attested(slots);
        return paradigm.Name switch
        {
            // The definite form tells the Belgian from the plural: no "reglern", so regler is no such word.
            "belgier" => slots[1] > 0,

            // "syftar" and "syften" make no noun syfte of this kind.
            "pojke" => attested >= 3 && slots[3] > 0,
            _ => paradigm.Class switch
            {
                WordClass.Noun => attested >= 2,
                WordClass.Verb => attested >= 3 && slots[2] > 0,
                _ => attested >= (length >= LongAdjective ? 2 : 3) && (slots[1] > 0 || slots[^1] == 0 || slots.Length == 3),
            },
        };
    }

    private static double ItselfBonus(Paradigm paradigm, ReadOnlySpan<int> slots) => paradigm.Class switch
    {
        WordClass.Noun when slots[1] > DefiniteShare * slots[0] => NounItselfBonus,
        WordClass.Verb when Attested(slots) == slots.Length => VerbItselfBonus,
        _ => 0,
    };

    private static long Sum(ReadOnlySpan<int> slots)
    {
        long sum = 0;
        foreach (var slot in slots) sum += slot;
        return sum;
    }

    private static double Score(ReadOnlySpan<int> slots)
    {
        var sum = 0.0;
        foreach (var slot in slots) sum += Math.Log(1 + slot);
        return slots.Length < 4 ? sum * MissingSlot : sum;
    }

    private static int Attested(ReadOnlySpan<int> slots)
    {
        var attested = 0;
        foreach (var slot in slots)
        {
            if (slot > 0) attested++;
        }

        return attested;
    }

    private int CountWithS(Span<char> buffer, int stemLength, string ending, bool takesS)
    {
        var form = Join(buffer, stemLength, ending);
        var sum = count(form);
        if (!takesS || form[^1] == 's') return sum;
        buffer[form.Length] = 's';
        return sum + count(buffer[..(form.Length + 1)]);
    }

    private static ReadOnlySpan<char> Join(Span<char> buffer, int stemLength, string ending)
    {
        ending.CopyTo(buffer[stemLength..]);
        return buffer[..(stemLength + ending.Length)];
    }

    private void TryIrregular(ReadOnlySpan<char> form, ref Lexeme best)
    {
        var isNoun = IsNounLikeParticiple(form, best);
        for (var start = Math.Max(0, form.Length - IrregularWords.LongestForm); start < form.Length - 1; start++)
        {
            foreach (var word in IrregularWords.With(form[start..]))
            {
                if (!CanStandBefore(form[..start], word) || (isNoun && word.Class == WordClass.Verb)) continue;
                if (JudgeIrregular(form[..start], word) is { } found && found.Score > best.Score) best = found;
            }
        }
    }

    // "innehållet" and "dragen" are nouns where there is such a noun, "skrivet" and "driven" are none: skriv and driv hardly stand alone.
    private bool IsNounLikeParticiple(ReadOnlySpan<char> form, Lexeme best)
    {
        var withoutS = form.TrimEnd('s');
        return best is { Class: WordClass.Noun, Attested: > 1 }
            && (withoutS.EndsWith("et") || withoutS.EndsWith("en"))
            && 2L * count(best.Normal) > count(withoutS);
    }

    private static bool CanStandBefore(ReadOnlySpan<char> prefix, IrregularWord word) => prefix.IsEmpty || word.Class switch
    {
        WordClass.Verb => Particles.CanStandBeforeVerb(prefix),
        WordClass.Noun => prefix.Length > 1 && word.Normal.Length > 2,
        _ => false,
    };

    private Lexeme? JudgeIrregular(ReadOnlySpan<char> prefix, IrregularWord word)
    {
        Span<char> buffer = stackalloc char[LongestWord + IrregularWords.LongestForm + 1];
        prefix.CopyTo(buffer);
        Span<int> slots = stackalloc int[word.Slots.Length];
        for (var i = 0; i < slots.Length; i++) slots[i] = CountWithS(buffer, prefix.Length, word.Slots[i], word.Class != WordClass.Adjective);
        if (slots[0] == 0 && !prefix.IsEmpty) return null;

        var score = Score(slots) + (prefix.IsEmpty && word.Class != WordClass.Verb ? IrregularBonus : 0);
        return new Lexeme(string.Concat(prefix, word.Normal), word.Class, Sum(slots), score, Math.Max(2, Attested(slots)), null);
    }
}
