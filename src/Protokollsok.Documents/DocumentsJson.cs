using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Protokollsok.Documents;

/// <summary>The one way in which records and readings are written as JSON: camelCase, nulls kept, Swedish letters as themselves.</summary>
public static class DocumentsJson
{
    /// <summary>Frozen; for both halves, the API and the commands.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Readers ignore fields that they do not know; a text of another shape throws <see cref="JsonException"/>.</summary>
    public static T Parse<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"A {typeof(T).Name} was expected, and null was found.");

    public static byte[] ToUtf8<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static string ToText<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
