using System.Globalization;
using System.Xml;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Poppler;

/// <summary>Understands <c>pdftotext -bbox-layout</c>: flows of blocks of lines of words, with boxes in points.</summary>
internal static class TextLayer
{
    public const string Witness = "text-layer";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false, XmlResolver = null };

    /// <summary>The page's lines in reading order, an empty one between two blocks; none if the listing is broken.</summary>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="width">Of the page in pixels; what lies outside is not seen and not taken.</param>
    /// <param name="height">Likewise.</param>
    public static IReadOnlyList<LineReading> Lines(string xhtml, double scale, int width, int height)
    {
        var lines = new List<LineReading>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(WithoutControls(xhtml)), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.LocalName == "block" && lines.Count > 0) lines.Add(new LineReading("", []));
                if (reader.LocalName == "line" && Line(reader.ReadSubtree(), scale, width, height) is { } line) lines.Add(line);
            }
        }
        catch (XmlException)
        {
            return [];
        }

        return LineGaps.Fold(lines);
    }

    private static LineReading? Line(XmlReader reader, double scale, int width, int height)
    {
        var text = new LineText();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "word") continue;
            var box = Box(reader, scale);
            string word = reader.ReadElementContentAsString();
            if (box.X < width && box.Y < height && box.Right > 0 && box.Bottom > 0) text.Add(word, Inside(box, width, height), 1, Witness);
        }

        return text.ToLine();
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
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? Math.Clamp(value, -1e6, 1e6) : 0;

    /// <summary>Poppler prints the control characters of broken font maps as they are, which no XML may hold; each becomes U+FFFD.</summary>
    private static string WithoutControls(string xhtml) =>
        string.Create(xhtml.Length, xhtml, (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
                span[i] = source[i] is >= ' ' and not ('\uFFFE' or '\uFFFF') or '\n' or '\t' or '\r' ? source[i] : '\uFFFD';
        });
}
