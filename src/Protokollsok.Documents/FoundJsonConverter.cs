using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

internal sealed class FoundJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Found<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(FoundJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

/// <summary>Writes a found value flat, as the contract has it: the value's members, then its printed form and place.</summary>
internal sealed class FoundJsonConverter<T> : JsonConverter<Found<T>>
{
    public override Found<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var node = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("A found value is an object.");
        var value = IsFlat(options) ? node["value"].Deserialize<T>(options) : node.Deserialize<T>(options);
        var place = new Place((int)node["page"]!, (int)node["start"]!, (int)node["length"]!);
        return new Found<T>(value!, (string)node["printed"]!, place, (double?)node["confidence"] ?? 1);
    }

    public override void Write(Utf8JsonWriter writer, Found<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (IsFlat(options))
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, value.Value, options);
        }
        else
        {
            foreach (var (name, member) in JsonSerializer.SerializeToNode(value.Value, options)!.AsObject())
            {
                writer.WritePropertyName(name);
                if (member is null) writer.WriteNullValue();
                else member.WriteTo(writer, options);
            }
        }

        writer.WriteString("printed", value.Printed);
        writer.WriteNumber("page", value.Place.Page);
        writer.WriteNumber("start", value.Place.Start);
        writer.WriteNumber("length", value.Place.Length);
        writer.WriteNumber("confidence", value.Confidence);
        writer.WriteEndObject();
    }

    /// <summary>A value without members of its own (a text, a date) is written under the name <c>value</c>.</summary>
    private static bool IsFlat(JsonSerializerOptions options) =>
        options.GetTypeInfo(typeof(T)).Kind != System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object;
}
