using System.Security.Cryptography;
using System.Text;

namespace Protokollsok.Configuration;

/// <summary>
/// A name that may change something over the API, and the SHA-256 of its secret. A plain hash is enough, since a secret is random and at
/// least <see cref="ShortestSecret"/> characters long; the secret itself is not kept.
/// </summary>
internal sealed record Token(string Name, string Hash)
{
    public const int ShortestSecret = 24;

    private const string HashMark = "sha256:";

    /// <summary>A new secret: 256 random bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is written into the settings for a secret.</summary>
    public static string HashOf(string secret) => HashMark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <param name="text">As in the settings: <c>sha256:</c> and the hash, or the secret itself.</param>
    public static Token Parse(string name, string text)
    {
        if (text.StartsWith(HashMark, StringComparison.OrdinalIgnoreCase))
        {
            return text.Length == HashMark.Length + 64 && text[HashMark.Length..].All(char.IsAsciiHexDigit)
                ? new Token(name, text.ToLowerInvariant())
                : throw new FormatException("sha256: and 64 hexadecimal digits were expected; 'protokollsok settings --new-token NAME' makes one");
        }

        // It is sent in a header, which takes no more.
        return text.Length >= ShortestSecret && text.All(letter => letter is > ' ' and < '\x7f')
            ? new Token(name, HashOf(text))
            : throw new FormatException($"a secret has at least {ShortestSecret} characters, ASCII without blanks; 'protokollsok settings --new-token NAME' makes one");
    }

    /// <summary>Whose secret this is; <see langword="null"/> if nobody's. How long it takes does not tell how near it came.</summary>
    public static Token? Find(IEnumerable<Token> tokens, string secret)
    {
        var given = Encoding.ASCII.GetBytes(HashOf(secret));
        Token? found = null;
        foreach (var token in tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), given)) found = token;
        }

        return found;
    }
}
