using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>One way to take a compound apart.</summary>
/// <param name="Cuts">Where its parts begin and the last one ends: 0, …, the word's length.</param>
/// <param name="Parts">The parts' words.</param>
internal sealed record Split(int[] Cuts, Lexeme[] Parts);

/// <summary>
/// Takes compounds apart: every cut whose left side can head a compound and whose right side is a word is weighed by how common its
/// parts are, and against the chance that the whole is no compound. A split costs the sum of its parts' surprise (the negative logarithm of
/// their share of the corpus), so that two common words beat a rare one and three short ones lose against two long ones.
/// </summary>
internal sealed class Compounds(Inflections inflections)
{
    private const int ShortestPart = 3;
    private const int MostParts = 6;

    // The order of magnitude of the corpus; only differences of logarithms count.
    private static readonly double CorpusSurprise = Math.Log(2e7);

    // A cut pays when the whole is at most this much more common than chance would have its parts meet. True compounds of ordinary
    // Swedish meet up to e^9 times as often as chance would have it; "kommun" as kom + mun would be e^16.
    private const double Cohesion = 11;

    // Below this the lexicon holds slips of the pen and names, and any letters can be found in it.
    private const int RareMass = 8;
    private const int ShortMass = 300;
    private const double ShortPartCost = 3;
    private const double FourLetterCost = 1;

    // A linking letter is there for no other reason; it says that there is a cut, not which of two.
    private const double LinkBonus = 3;

    // Compounds are nouns and adjectives; a verb at the end is often an accident (tvång + svård).
    private const double VerbCost = 3;

    // Endings that look like words (the ling, the dom) and words that are found at the end of others by chance.
    private static readonly FrozenSet<string> NoTails = (
        "het heten heter het ing ingen ingar ling lingar else elser skap skapet isk iska iskt lig liga ligt bar bart bara sam samt samma ant ent ans ens ist ism ion ang " +
        "ande ende are aren arna erna orna ens ets nad nads ning ningen ningar tion eri nen ten den der des det dem ner ter ver ler ser ker ger tar tal tals sel sels tor ton " +
        "mot igt iga ras rat ras rar lad lat lar las nar nas nat ade ad at ar er or as es is us s a e n t lös löst lösa mässig mässigt mässiga art arts vis aktig enär när " +
        "inna ur an un on en et ett sen lan ran van tan han man mån hån arm rad ren rens rena rent ned nes nis lin rin rån tin tig tid kan san son sons age oss ort orten " +
        "and andet anden ring ringa ringen lett skapa skapare tag tagare tagar tet kap kapet eta eter ella elle ell ellt ellen lande landa landes vit vite vitet sant ören örer rade stans ära are era erad erade eras eran isera ist ster stra strar mer mest skt bel men mens mena rum ris risk")
        .Split(' ').Except("tal man tid mån rum risk rad ort orten".Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoTailsLookup = NoTails.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly CompoundHeads _heads = new(inflections);

    /// <summary>The best split of a lower-case word; <see langword="null"/> if it is better taken as one word.</summary>
    /// <param name="whole">What the lexicon knows of the word as a whole, if anything.</param>
    public Split? Find(string word, Lexeme? whole)
    {
        if (word.Length < 2 * ShortestPart || word.Length > Inflections.LongestWord) return null;
        var paths = HeadPaths(word);
        var limit = whole is null ? CorpusSurprise : CorpusSurprise - Math.Log(1 + whole.Mass);
        Path? best = null;
        for (var cut = ShortestPart; cut <= word.Length - 2; cut++)
        {
            if (paths[cut] is not { } path || Tail(word, cut) is not { } tail) continue;
            var candidate = path.Then(word.Length, tail, Surprise(tail, word.Length - cut) + (tail.Class == WordClass.Verb ? VerbCost : 0));
            if (candidate.Cost > limit + (Cohesion * (candidate.Count - 1)) + (LinkBonus * candidate.Links)) continue;
            if (best is null || candidate.Cost < best.Cost) best = candidate;
        }

        return best?.ToSplit();
    }

    /// <summary>The cheapest way to spell each beginning of the word in heads; <see langword="null"/> where there is none.</summary>
    private Path?[] HeadPaths(string word)
    {
        var paths = new Path?[word.Length + 1];
        paths[0] = Path.Start;
        for (var start = 0; start <= word.Length - ShortestPart - 2; start++)
        {
            if (paths[start] is not { Count: < MostParts } path) continue;
            for (var end = start + ShortestPart; end <= word.Length - 2; end++)
            {
                if (_heads.Find(word.AsSpan(start, end - start), Next(word, end)) is not { Mass: >= RareMass } head) continue;
                if (end - start == ShortestPart && head.Mass < ShortMass) continue;
                var longer = path.Then(end, head, Surprise(head, end - start), IsLinked(word[end - 1], head));
                if (paths[end] is not { } known || longer.Cost < known.Cost) paths[end] = longer;
            }
        }

        return paths;
    }

    /// <summary>Whether these letters never are a compound's last part.</summary>
    public static bool IsNoTail(ReadOnlySpan<char> letters) => NoTailsLookup.Contains(letters);

    /// <summary>The word that a piece inside a compound stands for, wherever the piece was cut.</summary>
    public Lexeme? Head(ReadOnlySpan<char> letters) => _heads.Find(letters, '\0');

    private static char Next(string word, int at) => at < word.Length ? word[at] : '\0';

    private Lexeme? Tail(string word, int start)
    {
        var tail = word.AsSpan(start);
        if (tail.Length < ShortestPart && tail is not "år") return null;
        if (word[start - 1] != 's' && (tail is "dom" || tail.StartsWith("dome") || tail.StartsWith("doma"))) return null;
        if (NoTailsLookup.Contains(tail) || ClosedWords.Contains(tail) || Particles.Contains(tail)) return null;
        if (inflections.Find(tail) is not { Mass: >= RareMass } found || NoTails.Contains(found.Normal) || ClosedWords.Contains(found.Normal)) return null;
        if (tail.Length <= ShortestPart && found.Mass < ShortMass) return null;
        return found.Normal.Length >= ShortestPart || found.Normal == "år" ? found : null;
    }

    private static bool IsLinked(char last, Lexeme head) => last is 's' or 'o' or 'u' && head.Normal[^1] != last;

    private static double Surprise(Lexeme part, int length) =>
        CorpusSurprise - Math.Log(part.Mass) + (length <= 3 ? ShortPartCost : length == 4 ? FourLetterCost : 0);

    /// <summary>A split in the making: the last part and what stands before it.</summary>
    private sealed record Path(Path? Before, int End, Lexeme? Part, double Cost, int Count, int Links)
    {
        public static readonly Path Start = new(null, 0, null, 0, 0, 0);

        public Path Then(int end, Lexeme part, double cost, bool isLinked = false) =>
            new(this, end, part, Cost + cost, Count + 1, Links + (isLinked ? 1 : 0));

        public Split ToSplit()
        {
            var cuts = new int[Count + 1];
            var parts = new Lexeme[Count];
            for (var path = this; path.Part is { } part; path = path.Before!)
            {
                cuts[path.Count] = path.End;
                parts[path.Count - 1] = part;
            }

            return new Split(cuts, parts);
        }
    }
}
