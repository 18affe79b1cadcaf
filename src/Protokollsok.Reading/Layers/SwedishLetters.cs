namespace Protokollsok.Reading.Layers;

/// <summary>
/// How usual a word's letters are in Swedish, one after the other. It knows no words: names and compounds that nobody has seen are fine, letters
/// that were shifted or made up are not.
/// </summary>
internal static class SwedishLetters
{
    private const int Signs = 30;
    private const double UnitsPerBit = 16;

    /// <summary>Made by make-swedish-letters.py, which says what stands where.</summary>
    private static readonly byte[] Table = Load();

    /// <summary>The word's cost in bits, its end included: 3 a letter in Swedish text, 4 in English, 6 and more in what is no language.</summary>
    public static double Cost(ReadOnlySpan<char> word)
    {
        int first = 0, second = 0, cost = 0;
        foreach (char letter in word)
        {
            int third = Index(letter);
            cost += Table[(first * Signs * Signs) + (second * Signs) + third];
            (first, second) = (second, third);
        }

        return (cost + Table[(first * Signs * Signs) + (second * Signs)]) / UnitsPerBit;
    }

    /// <summary>1 to 29 for a letter of Swedish, of either case; 0 for anything else.</summary>
    private static int Index(char letter) => char.ToLowerInvariant(letter) switch
    {
        >= 'a' and <= 'z' and var low => low - 'a' + 1,
        'å' => 27,
        'ä' => 28,
        'ö' => 29,
        _ => 0,
    };

    private static byte[] Load()
    {
        using var stream = typeof(SwedishLetters).Assembly.GetManifestResourceStream("swedish-letters.bin")
            ?? throw new InvalidOperationException("The table swedish-letters.bin is not in the program.");
        var table = new byte[Signs * Signs * Signs];
        stream.ReadExactly(table);
        return table;
    }
}
