namespace Protokollsok.Intake;

/// <summary>A cheap look at whether a file has arrived to its end. Whether it can be read is found out by reading it.</summary>
internal static class FileEnd
{
    // Readers of PDF accept the end mark within the last kilobyte; some scanners pad generously after it.
    private const int TailBytes = 4096;

    public enum Sight
    {
        /// <summary>The kind of file has an end mark, and it is there.</summary>
        There,

        /// <summary>The kind has one, and it is not there; or nothing is there.</summary>
        Missing,

        /// <summary>The kind has none, a text for example.</summary>
        CannotTell,
    }

    /// <summary>A file that cannot be opened now has no end now: the next listing looks again.</summary>
    public static Sight Of(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Of(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Sight.CannotTell;
        }
    }

    private static Sight Of(FileStream file)
    {
        // Made, and not written to yet.
        if (file.Length == 0) return Sight.Missing;
        var head = Read(file, 0, 1024).AsSpan();
        return head.IndexOf("%PDF-"u8) is >= 0 and var header ? Told(IsWholePdf(file, header))
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? Told(TailOf(file).AsSpan().IndexOf("IEND"u8) >= 0)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Told(TailOf(file).AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0)
            : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? Told(new TiffLayout(file, head[0] == 'I').IsWhole())
            : Sight.CannotTell;
    }

    /// <summary>
    /// The last end mark, the table of objects where the file says that it is, and nothing but filling after it. A copy that reserved its
    /// room first has zeros there. Old writers count from the header, which junk may precede.
    /// </summary>
    private static bool IsWholePdf(FileStream file, int header)
    {
        var tail = TailOf(file);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0) return false;
        var start = tail.AsSpan(0, end).LastIndexOf("startxref"u8);
        if (start < 0) return true;
        var digits = System.Text.Encoding.ASCII.GetString(tail[(start + "startxref".Length)..end]).Trim();
        // A table that lies elsewhere than it should can be found by readers; one that lies after the end has not arrived.
        return !long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var table) || table + header < file.Length;
    }

    /// <summary>A number made of pieces of the content, which changes when a writer fills the room that it reserved; <see langword="null"/> when it cannot be read.</summary>
    public static long? SampleOf(string path)
    {
        const int Pieces = 16, Bytes = 4096;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var hash = 14695981039346656037UL;
            for (var piece = 0; piece < Pieces; piece++)
            {
                foreach (var one in Read(file, Math.Max(0, (file.Length - Bytes) * piece / (Pieces - 1)), Bytes)) hash = (hash ^ one) * 1099511628211UL;
            }

            return unchecked((long)hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Sight Told(bool isThere) => isThere ? Sight.There : Sight.Missing;

    private static byte[] TailOf(FileStream file) => Read(file, Math.Max(0, file.Length - TailBytes), TailBytes);

    /// <summary>Up to that many bytes from an offset; fewer where the file ends.</summary>
    internal static byte[] Read(FileStream file, long offset, int most)
    {
        file.Seek(offset, SeekOrigin.Begin);
        var bytes = new byte[most];
        return bytes[..file.ReadAtLeast(bytes, most, throwOnEndOfStream: false)];
    }
}
