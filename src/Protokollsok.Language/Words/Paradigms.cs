using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>
/// The regular patterns of Swedish inflection, written as endings after what never changes: <i>cykel, cyklar</i> is <c>cyk</c> + <c>el, lar</c>.
/// </summary>
internal static class Paradigms
{
    public const int LongestEnding = 6;

    private static readonly Paradigm[] All =
    [
        // Nouns: indefinite, definite, plural, definite plural. The genitive's s is no ending here: any form can take it.
        Noun("flicka", StemEnd.Any, "a|an|or|orna"),
        Noun("bil", StemEnd.Any, "|en|ar|arna"),
        Noun("pojke", StemEnd.Any, "e|en|ar|arna"),
        Noun("by", StemEnd.VowelButA, "|n|ar|arna"),
        Noun("cykel", StemEnd.Any, "el|eln|lar|larna"),
        Noun("regel", StemEnd.Any, "el|eln|ler|lerna"),
        Noun("åker", StemEnd.Any, "er|ern|rar|rarna"),
        Noun("öken", StemEnd.Any, "en|nen|nar|narna"),
        Noun("medlem", StemEnd.Vowel, "m|mmen|mmar|mmarna"),
        Noun("nämnd", StemEnd.Any, "|en|er|erna"),
        Noun("styrelse", StemEnd.VowelButA, "|n|r|rna"),
        Noun("ekonomi", StemEnd.VowelButA, "|n|er|erna"),
        Noun("doktor", StemEnd.Any, "or|orn|orer|orerna"),
        Noun("vän", StemEnd.Vowel, "n|nnen|nner|nnerna"),
        Noun("mun", StemEnd.Vowel, "n|nnen|nnar|nnarna"),
        Noun("bageri", StemEnd.VowelButA, "|et|er|erna"),
        Noun("museum", StemEnd.Any, "um|et|er|erna"),
        Noun("centrum", StemEnd.Consonant, "um|umet,et|a|umen"),
        Noun("område", StemEnd.VowelButA, "|t,et|n|na"),
        Noun("tema", StemEnd.Vowel, "ma|mat|man|mana"),
        Noun("hus", StemEnd.Any, "|et|en"),
        Noun("medel", StemEnd.Any, "el|let|len"),
        Noun("fönster", StemEnd.Any, "er|ret|ren"),
        Noun("nummer", StemEnd.Vowel, "mmer|mret|mren"),
        Noun("vatten", StemEnd.Any, "en|net|nen"),
        Noun("rum", StemEnd.Vowel, "m|mmet|mmen"),
        Noun("lärare", StemEnd.Any, "are|aren|arna") with { Bonus = 12 },
        Noun("belgier", StemEnd.Any, "er|ern|erna"),
        Noun("politiker", StemEnd.Any, "iker|ikern|ikerna") with { Bonus = 14 },

        // Verbs: infinitive, present, past, supine; the participles stand with the form that they are made of.
        Verb("arbeta", StemEnd.Any, "a|ar|ade,ad,ades|at,ats"),
        Verb("bygga", StemEnd.Consonant, "a|er,s|de,d,da,des|t,ts", ""),
        Verb("köpa", StemEnd.Consonant, "a|er,s|te,tes|t,ts", "", "ta"),
        Verb("föra", StemEnd.Liquid, "a|,s|de,des|t,ts", "d", "da"),
        Verb("känna", StemEnd.Vowel, "nna|nner,nns|nde,nd,ndes|nt,nts"),
        Verb("glömma", StemEnd.Vowel, "mma|mmer,ms|mde,md,mda,mdes|mt,mts"),
        Verb("använda", StemEnd.Any, "nda|nder,nds|nde,nd,ndes|nt,nts") with { Bonus = -4 },
        Verb("leda", StemEnd.Vowel, "da|der,ds|dde,dd,dda,ddes|tt,tts"),
        Verb("möta", StemEnd.Vowel, "ta|ter,ts|tte,tta,ttes|tt,tts"),
        Verb("lyfta", StemEnd.Consonant, "ta|ter,ts|te,tes|t") with { Bonus = -4 },
        Verb("tro", StemEnd.Vowel, "|r|dde,dd,dda,ddes|tt,tts"),

        // Adjectives: common, neuter, plural, superlative. The comparative proves nothing: viktigare, but also köpare.
        Adjective("viktig", StemEnd.Any, "|t|a|ast,aste", "e", "are"),
        Adjective("ny", StemEnd.Vowel, "|tt|a|ast,aste", "are"),
        Adjective("röd", StemEnd.Vowel, "d|tt|da|dast,daste", "dare"),
        Adjective("hård", StemEnd.Consonant, "d|t|da|dast,daste", "de", "dare"),
        Adjective("kort", StemEnd.Any, "t|ta|tast,taste", "tare"),
        Adjective("begåvad", StemEnd.Any, "ad|at|ade") with { Bonus = -4 },
        Adjective("öppen", StemEnd.Any, "en|et|na|nast,naste", "nare"),
        Adjective("enkel", StemEnd.Any, "el|elt|la|last,laste", "lare"),
        Adjective("vacker", StemEnd.Any, "er|ert|ra|rast,raste", "rare"),
        Adjective("gemensam", StemEnd.Vowel, "m|mt|mma|mmast,mmaste", "mmare"),
        Adjective("allmän", StemEnd.Vowel, "n|nt|nna|nnast,nnaste", "nnare"),
        Adjective("sann", StemEnd.Vowel, "nn|nt|nna|nnast,nnaste", "nnare"),
    ];

    private static readonly FrozenDictionary<string, Candidates[]>.AlternateLookup<ReadOnlySpan<char>> ByEnding = All
        .SelectMany(paradigm => paradigm.Slots.SelectMany(slot => slot).Concat(paradigm.Unscored).Distinct(), (paradigm, ending) => (paradigm, ending))
        .GroupBy(pair => pair.ending, pair => pair.paradigm)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.GroupBy(paradigm => paradigm.NormalEnding, (ending, some) => new Candidates(ending, [.. some])).ToArray(),
            StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The paradigms that have this ending.</summary>
    public static ReadOnlySpan<Candidates> With(ReadOnlySpan<char> ending) => ByEnding.TryGetValue(ending, out var candidates) ? candidates : [];

    /// <summary>Paradigms whose normal forms end alike: one look at the lexicon judges them all.</summary>
    internal sealed record Candidates(string NormalEnding, Paradigm[] Paradigms);

    private static Paradigm Noun(string name, StemEnd stem, string slots) => New(name, WordClass.Noun, stem, slots);

    private static Paradigm Verb(string name, StemEnd stem, string slots, params string[] unscored) => New(name, WordClass.Verb, stem, slots, unscored);

    private static Paradigm Adjective(string name, StemEnd stem, string slots, params string[] unscored) =>
        New(name, WordClass.Adjective, stem, slots, unscored);

    private static Paradigm New(string name, WordClass kind, StemEnd stem, string slots, params string[] unscored) =>
        new(name, kind, stem, [.. slots.Split('|').Select(slot => slot.Split(','))], unscored, 0);
}
