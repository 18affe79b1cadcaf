namespace Protokollsok.Intake;

/// <summary>A cheap look at whether a PDF has arrived to its end; whether it can be read is found out by reading it.</summary>
internal static class PdfTail
{
    // Readers accept the end mark within the last kilobyte; some scanners pad generously after it.
    private const int TailBytes = 4096;

    public static bool IsPdf(string path) => Contains(path, fromEnd: false, 1024, "%PDF-"u8);

    public static bool HasEnd(string path) => Contains(path, fromEnd: true, TailBytes, "%%EOF"u8);

    /// <summary>A file that cannot be opened now holds nothing now: the next listing looks again.</summary>
    private static bool Contains(string path, bool fromEnd, int window, ReadOnlySpan<byte> mark)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (fromEnd) file.Seek(-Math.Min(window, file.Length), SeekOrigin.End);
            var bytes = new byte[Math.Min(window, file.Length)];
            return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).IndexOf(mark) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
