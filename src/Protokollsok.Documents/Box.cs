using System.Text.Json;
using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>A rectangle on a page image, in pixels of the image at the page's dpi; origin top left. JSON: <c>[x, y, width, height]</c>.</summary>
[JsonConverter(typeof(BoxJsonConverter))]
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other)
    {
        int x = Math.Min(X, other.X), y = Math.Min(Y, other.Y);
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }
}

internal sealed class BoxJsonConverter : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var sides = JsonSerializer.Deserialize<int[]>(ref reader, options);
        return sides is [var x, var y, var width, var height]
            ? new Box(x, y, width, height)
            : throw new JsonException("A box is [x, y, width, height].");
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteNumberValue(value.Width);
        writer.WriteNumberValue(value.Height);
        writer.WriteEndArray();
    }
}
