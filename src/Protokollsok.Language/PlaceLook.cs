namespace Protokollsok.Language;

/// <summary>How a word of a row is written, and which sign parts it from the next.</summary>
/// <param name="Capitals">0 a small letter, 1 a capital, 2 capitals only.</param>
/// <param name="Sign">The kind of sign after it; 0 for none.</param>
public readonly record struct PlaceLook(byte Capitals, byte Sign)
{
    private const byte Opening = 1, Mute = 2;

    /// <param name="word">As printed.</param>
    public static PlaceLook Of(ReadOnlySpan<char> word) => word switch
    {
        [] => default,
        [var first, ..] when !char.IsUpper(first) => default,
        [_, var second, ..] when char.IsUpper(second) => new PlaceLook(2, 0),
        _ => new PlaceLook(1, 0),
    };

    /// <summary>The same where what the word's chunk ends with, between two blanks, follows; a chunk of signs alone parts its neighbours too.</summary>
    public PlaceLook After(ReadOnlySpan<char> chunk) => KindOf(chunk[^1]) is var sign and > 0 ? this with { Sign = sign } : this;

    /// <summary>The same where a chunk follows.</summary>
    public PlaceLook Before(ReadOnlySpan<char> chunk) => Sign == 0 && KindOf(chunk[0]) == Mute ? this with { Sign = Opening } : this;

    private static byte KindOf(char sign) => sign switch
    {
        '(' or ')' or '[' or ']' or '"' or '”' or '“' or '’' or '»' => Mute,
        ',' => 3,
        '.' => 4,
        ':' => 5,
        ';' => 6,
        '?' or '!' => 7,
        '-' or '–' or '—' or '•' => 8,
        _ => 0,
    };
}
