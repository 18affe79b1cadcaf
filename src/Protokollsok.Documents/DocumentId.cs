using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>
/// What identifies a document: the SHA-256 of the original's bytes, as 64 lower-case hexadecimal digits.
/// Identity is the content, so the same file under another name is the same document.
/// </summary>
[JsonConverter(typeof(DocumentIdJsonConverter))]
public sealed record DocumentId
{
    private const int HexLength = 2 * SHA256.HashSizeInBytes;

    private DocumentId(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>The identity of these bytes.</summary>
    public static DocumentId Of(ReadOnlySpan<byte> original) => new(Convert.ToHexStringLower(SHA256.HashData(original)));

    /// <summary>The identity of the bytes of a stream, read to its end.</summary>
    public static DocumentId Of(Stream original) => new(Convert.ToHexStringLower(SHA256.HashData(original)));

    /// <summary>The identity of the bytes of a stream, read to its end.</summary>
    public static async Task<DocumentId> OfAsync(Stream original, CancellationToken cancellationToken = default) =>
        new(Convert.ToHexStringLower(await SHA256.HashDataAsync(original, cancellationToken)));

    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static DocumentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no document id: 64 hexadecimal digits were expected.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DocumentId? id)
    {
        id = text is { Length: HexLength } && text.All(char.IsAsciiHexDigit) ? new(text.ToLowerInvariant()) : null;
        return id is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

internal sealed class DocumentIdJsonConverter : JsonConverter<DocumentId>
{
    public override DocumentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DocumentId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A document id of 64 hexadecimal digits was expected.");

    public override void Write(Utf8JsonWriter writer, DocumentId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
