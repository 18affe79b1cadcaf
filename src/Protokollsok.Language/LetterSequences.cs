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
        var codes = Codes(word);
        double log = 0;
        for (var end = 1; end < codes.Length; end++) log += Math.Log(Probability(slots, codes, end));
        return log;
    }

    public double LogNext(ReadOnlySpan<char> beginning, char letter)
    {
        Span<byte> codes = stackalloc byte[Longest];
        var length = Math.Min(Longest, beginning.Length + 2);
        for (var i = 0; i < length; i++)
        {
            var at = beginning.Length - length + 1 + i;
            codes[i] = at < 0 ? Begin : CodeOf(at < beginning.Length ? beginning[at] : letter);
        }

        return Math.Log(Probability(file.Section<uint>(ModelSection.Letters), codes[..length], length - 1));
    }

    private static byte CodeOf(char letter) => Alphabet.Code(letter) is var code and > 0 ? code : Foreign;

    /// <summary>Of the letter at <paramref name="end"/> after those before it, from short sequences to long ones.</summary>
    private static double Probability(ReadOnlySpan<uint> slots, ReadOnlySpan<byte> codes, int end)
    {
        var probability = 1.0 / Alphabet.Size;
        for (var length = 1; length <= Longest && end - length + 1 >= 0; length++)
        {
            var sequence = codes.Slice(end - length + 1, length);
            var context = Count(slots, sequence[..^1]);
            if (context == 0) break;
            probability = (Count(slots, sequence) + (Trust * probability)) / (context + Trust);
        }

        return probability;
    }

    private static double Count(ReadOnlySpan<uint> slots, ReadOnlySpan<byte> sequence) =>
        NgramTable.TryFind(slots, NgramTable.Key(sequence), out var high, out _) ? LogScale.Count(high) : 0;
}
