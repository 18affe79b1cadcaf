using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>Reads plain text: UTF-8 with or without BOM, UTF-16 with one, else Windows-1252. Pages are split at U+000C; lines stay as they are.</summary>
internal static class TextFileReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async Task<DocumentReading> ReadAsync(string path, CancellationToken ct)
    {
        var (text, encoding) = Decode(await File.ReadAllBytesAsync(path, ct));
        var pages = Nfc.Of(text).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\f');
        // A form feed ends a page as often as it parts two: nothing after the last one is no page.
        if (pages is [.., _, ""]) pages = pages[..^1];
        return new DocumentReading(FileKind.Text, pages.Length, [.. pages.Select((page, index) => Page(index + 1, page, encoding))], []);
    }

    /// <summary>Whether a file begins with the byte order mark of UTF-16, as the notepad of old Windows wrote "Unicode".</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble);

    private static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
        {
            var utf16 = bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (utf16.GetString(bytes[utf16.Preamble.Length..]), "UTF-16");
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return (StrictUtf8.GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows1252.GetString(bytes), "Windows-1252");
        }
    }

    private static PageReading Page(int number, string text, string encoding) =>
        new(number, PageOrigin.TextFile, 1, null, null, null, $"text file, {encoding}",
            [.. text.Split('\n').Select(line => new LineReading(line, []))]);
}
