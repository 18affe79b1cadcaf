using System.Text;

namespace Protokollsok.Reading;

/// <summary>What a file is, by its bytes. Names lie: a scanner calls everything <c>.pdf</c>.</summary>
internal static class FileKind
{
    public const string Pdf = "application/pdf";
    public const string Tiff = "image/tiff";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Text = "text/plain";

    /// <summary>What is said of a file of no known kind.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>A PDF may have this much before its header (ISO 32000-1, annex H.3.4.1).</summary>
    private const int PdfHeaderWindow = 1024;

    /// <summary>How much of a file is looked at to tell text from other bytes.</summary>
    private const int TextWindow = 1 << 16;

    public static async Task<string> OfAsync(string path, CancellationToken ct)
    {
        var head = new byte[TextWindow];
        await using var file = File.OpenRead(path);
        int length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return Of(head.AsSpan(0, length));
    }

    /// <param name="head">The file's first bytes.</param>
    public static string Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8) ? Tiff
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head[..Math.Min(head.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0 ? Pdf
        : IsMarkup(head) ? Unknown
        : TextFileReader.IsUtf16(head) || LooksLikeText(head) ? Text
        : Unknown;

    /// <summary>Letters, but not of a document: the page of a login that was saved in its place, or a word processor's own form.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        var start = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n"u8);
        return start.StartsWith("{\\rtf"u8) || StartsWithTag(start, "<!doctype html"u8) || StartsWithTag(start, "<html"u8) || StartsWithTag(start, "<?xml"u8);
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> start, ReadOnlySpan<byte> tag) =>
        start.Length >= tag.Length && Ascii.EqualsIgnoreCase(start[..tag.Length], tag);

    /// <summary>No NUL, and hardly a control character other than those that text has.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        int controls = 0;
        foreach (var b in head)
        {
            if (b == 0) return false;
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) controls++;
        }

        return controls * 200 <= head.Length;
    }
}
