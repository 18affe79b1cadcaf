namespace Protokollsok.Language;

/// <summary>
/// How Swedish words are spelled: how often sequences of up to five letters stand in the lexicon's words, a beginning and an end
/// included.
/// </summary>
internal sealed class LetterSequences(ModelFile file)
{
    public const int Longest = 5;

    /// <summary>Stands before the first letter.</summary>
    public const byte Begin = Alphabet.Size - 1;

    /// <summary>Stands after the last letter.</summary>
    public const byte End = Alphabet.Size - 3;

    /// <summary>Any letter that the alphabet does not have.</summary>
    public const byte Foreign = Alphabet.Size - 2;

    /// <summary>How much the shorter sequence weighs against counts of the longer one.</summary>
    private const double Trust = 4;

    /// <summary>The letters' codes between a beginning and an end.</summary>
    public static byte[] Codes(ReadOnlySpan<char> word)
    {
        var codes = new byte[word.Length + 2];
        (codes[0], codes[^1]) = (Begin, End);
        for (var i = 0; i < word.Length; i++) codes[i + 1] = CodeOf(word[i]);
        return codes;
    }

    public double LogProbability(ReadOnlySpan<char> word)
    {
        var slots = file.Section<uint>(ModelSection.Letters);
        var before = Before(slots, [Begin]);
        double log = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            var letter = i < word.Length ? CodeOf(word[i]) : End;
            log += Math.Log(Probability(slots, ref before, letter, goOn: i < word.Length));
        }

        return log;
    }

    /// <summary>The end of a word's beginning, looked up once for all letters that may follow it.</summary>
    public LetterContext Before(ReadOnlySpan<char> beginning)
    {
        Span<byte> codes = stackalloc byte[Longest - 1];
        var length = Math.Min(codes.Length, beginning.Length + 1);
        for (var i = 0; i < length; i++) codes[i] = beginning.Length - length + i is var at and >= 0 ? CodeOf(beginning[at]) : Begin;
        return Before(file.Section<uint>(ModelSection.Letters), codes[..length]);
    }

    public double LogNext(in LetterContext before, char letter)
    {
        var context = before;
        return Math.Log(Probability(file.Section<uint>(ModelSection.Letters), ref context, CodeOf(letter), goOn: false));
    }

    private static byte CodeOf(char letter) => Alphabet.Code(letter) is var code and > 0 ? code : Foreign;

    private static LetterContext Before(ReadOnlySpan<uint> slots, ReadOnlySpan<byte> codes)
    {
        var context = new LetterContext { Length = codes.Length };
        for (var length = 0; length <= codes.Length; length++) context.Packed[length] = NgramTable.Packed(codes[^length..]);
        for (var length = 0; length <= codes.Length; length++)
        {
            context.Counts[length] = Count(slots, context.Packed[length]);
            if (context.Counts[length] == 0) break;
            context.Reach++;
        }

        return context;
    }

    /// <summary>Of a letter after those before it, from short sequences to long ones.</summary>
    /// <param name="before">What stands before the letter; what stands before the next one, if the word is to go on.</param>
    private static double Probability(ReadOnlySpan<uint> slots, ref LetterContext before, byte letter, bool goOn)
    {
        var (probability, next) = (1.0 / Alphabet.Size, default(LetterContext));
        next.Length = Math.Min(before.Length + 1, Longest - 1);
        for (var length = 0; length < before.Reach; length++)
        {
            var count = Count(slots, (before.Packed[length] * Alphabet.Size) + letter);
            probability = (count + (Trust * probability)) / (before.Counts[length] + Trust);
            if (length < Longest - 1) next.Counts[length + 1] = count;
        }

        if (goOn) GoOn(slots, ref before, letter, next);
        return probability;
    }

    /// <summary>What was looked up with the letter stands before the next one; only beyond that is anything looked up.</summary>
    private static void GoOn(ReadOnlySpan<uint> slots, ref LetterContext before, byte letter, LetterContext next)
    {
        (next.Packed[0], next.Counts[0], next.Reach) = (before.Packed[0], before.Counts[0], 0);
        for (var length = 1; length <= next.Length; length++) next.Packed[length] = (before.Packed[length - 1] * Alphabet.Size) + letter;
        for (var length = 0; length <= next.Length; length++)
        {
            if (length > before.Reach) next.Counts[length] = Count(slots, next.Packed[length]);
            if (next.Counts[length] == 0) break;
            next.Reach++;
        }

        before = next;
    }

    private static double Count(ReadOnlySpan<uint> slots, ulong packed) =>
        NgramTable.TryFind(slots, NgramTable.Key(packed), out var high, out _) ? LogScale.Count(high) : 0;
}
