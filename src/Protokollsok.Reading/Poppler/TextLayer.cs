using System.Globalization;
using System.Xml;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>Understands <c>pdftotext -bbox-layout</c>: flows of blocks of lines of words, with boxes in points.</summary>
internal static class TextLayer
{
    public const string Witness = "text-layer";

    /// <summary>Where the control characters of broken font maps are put, which no XML may hold.</summary>
    private const char FirstControl = '\uE000';

    /// <summary>What word processors print bullets with: private characters of symbol fonts.</summary>
    private const string Bullets = "\uF0B7\uF0A7\uF0D8\uF0FC\uF076\uF02D\uF0A8";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        CheckCharacters = false,
        XmlResolver = null,
    };

    /// <summary>The page's lines in reading order, an empty one between two blocks; none if the listing is broken.</summary>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="width">Of the page in pixels; what lies outside is not seen and not taken.</param>
    /// <param name="height">Likewise.</param>
    public static IReadOnlyList<LineReading> Lines(string xhtml, double scale, int width, int height, CancellationToken ct)
    {
        var lines = new List<LayerLine>();
        int block = 0;
        try
        {
            using var reader = XmlReader.Create(new StringReader(WithoutControls(xhtml)), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "block") block++;
                if (reader.LocalName == "line" && Words(reader.ReadSubtree(), scale, width, height) is { Count: > 0 } words)
                    lines.Add(new LayerLine(words, block));
            }
        }
        catch (XmlException)
        {
            return [];
        }

        return LayerRows.Of(lines, ct);
    }

    /// <summary>The character as the font map has it: a control character again, where it was one.</summary>
    public static char Own(char letter) => letter is >= FirstControl and < (char)(FirstControl + ' ') ? (char)(letter - FirstControl) : letter;

    private static List<LayerWord> Words(XmlReader reader, double scale, int width, int height)
    {
        var words = new List<LayerWord>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "word") continue;
            var box = Box(reader, scale);
            string word = reader.ReadElementContentAsString();
            if (string.IsNullOrWhiteSpace(word)) continue;
            if (word.Length == 1 && Bullets.Contains(word[0], StringComparison.Ordinal)) word = "•";
            if (box.X < width && box.Y < height && box.Right > 0 && box.Bottom > 0) words.Add(new LayerWord(word, Inside(box, width, height)));
        }

        return words;
    }

    private static Box Box(XmlReader reader, double scale)
    {
        int x = (int)Math.Floor(Side(reader, "xMin") * scale), y = (int)Math.Floor(Side(reader, "yMin") * scale);
        return new Box(x, y, (int)Math.Ceiling(Side(reader, "xMax") * scale) - x, (int)Math.Ceiling(Side(reader, "yMax") * scale) - y);
    }

    private static Box Inside(Box box, int width, int height)
    {
        int x = Math.Max(0, box.X), y = Math.Max(0, box.Y);
        return new Box(x, y, Math.Min(width, box.Right) - x, Math.Min(height, box.Bottom) - y);
    }

    /// <summary>In points, kept to what an <see cref="int"/> of pixels can hold.</summary>
    private static double Side(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Math.Clamp(value, -1e6, 1e6) : 0;

    /// <summary>
    /// Poppler prints the control characters of broken font maps as they are, which no XML may hold; each becomes a private one, from which
    /// <see cref="Own"/> finds back.
    /// </summary>
    private static string WithoutControls(string xhtml) =>
        string.Create(xhtml.Length, xhtml, (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = source[i] is >= ' ' and not ('\uFFFE' or '\uFFFF') or '\n' or '\t' or '\r' ? source[i]
                    : source[i] < ' ' ? (char)(FirstControl + source[i]) : '\uFFFD';
        });
}
