namespace Protokollsok.Language;

/// <summary>The lower-case letters that words of the model are made of, as the small numbers that the word graph stores.</summary>
internal static class Alphabet
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzåäöéèüáàøæôç";

    /// <summary>One number for each letter and 0 for none; below this.</summary>
    public const int Size = 64;

    private static readonly byte[] s_codes = Codes();

    /// <summary>1 and up; 0 for a character that no word of the model holds.</summary>
    public static byte Code(char letter) => letter < s_codes.Length ? s_codes[letter] : (byte)0;

    /// <summary>Whether the model can hold this lower-case word.</summary>
    public static bool Spells(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (Code(letter) == 0) return false;
        }

        return word.Length > 0;
    }

    private static byte[] Codes()
    {
        var codes = new byte[256];
        for (var i = 0; i < Letters.Length; i++) codes[Letters[i]] = (byte)(i + 1);
        return codes;
    }
}
