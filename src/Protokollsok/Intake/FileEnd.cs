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

        /// <summary>The kind has one, and it is not there.</summary>
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
        var head = Read(file, 0, 1024).AsSpan();
        return head.IndexOf("%PDF-"u8) >= 0 ? Told(TailOf(file).AsSpan().IndexOf("%%EOF"u8) >= 0)
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? Told(TailOf(file).AsSpan().IndexOf("IEND"u8) >= 0)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Told(TailOf(file).AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0)
            : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? Told(new TiffLayout(file, head[0] == 'I').IsWhole())
            : Sight.CannotTell;
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
