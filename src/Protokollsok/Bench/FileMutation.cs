using System.Globalization;
using System.Text;

namespace Protokollsok.Bench;

/// <summary>
/// Damages files as disks, networks and ill will do: flipped bits, lost ends, pieces of other files, lengths that are not true. The same
/// seed gives the same damage.
/// </summary>
internal static class FileMutation
{
    private const int MostFlips = 64;
    private const int MostRounds = 4;

    /// <summary>What a length field is overwritten with: nothing, everything, less than nothing, and what overflows when multiplied.</summary>
    private static readonly uint[] Lengths = [0, 1, 0xFF, 0x7FFF, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 60_000, 1_000_000];

    /// <param name="other">Another file, pieces of which may be put in.</param>
    public static byte[] Of(byte[] sound, byte[] other, Random random)
    {
        var bytes = sound;
        for (int rounds = random.Next(1, MostRounds + 1); rounds > 0 && bytes.Length > 16; rounds--)
        {
            bytes = random.Next(8) switch
            {
                0 or 1 => Flipped(bytes, random),
                2 => bytes[..random.Next(bytes.Length)],
                3 => Spliced(bytes, other, random),
                4 => WithLength(bytes, random),
                5 => WithPrintedLength(bytes, random),
                6 => WithoutPiece(bytes, random),
                _ => Overwritten(bytes, random),
            };
        }

        return bytes;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        for (int flips = random.Next(1, MostFlips); flips > 0; flips--) flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Spliced(byte[] bytes, byte[] other, Random random)
    {
        if (other.Length < 2) return bytes;
        int from = random.Next(other.Length), length = random.Next(1, Math.Min(4096, other.Length - from) + 1), at = random.Next(bytes.Length);
        return [.. bytes.AsSpan(0, at), .. other.AsSpan(from, length), .. bytes.AsSpan(random.Next(at, bytes.Length))];
    }

    /// <summary>Headers lie at the beginning and, in a TIFF, often at the end.</summary>
    private static byte[] WithLength(byte[] bytes, Random random)
    {
        var changed = (byte[])bytes.Clone();
        int window = Math.Min(512, bytes.Length - 4);
        int at = random.Next(3) switch { 0 => random.Next(window), 1 => bytes.Length - 4 - random.Next(window), _ => random.Next(bytes.Length - 4) };
        var length = BitConverter.GetBytes(Lengths[random.Next(Lengths.Length)]);
        if (random.Next(2) == 0) Array.Reverse(length);
        length.CopyTo(changed, at);
        return changed;
    }

    /// <summary>A number of a PDF, written in digits, becomes another.</summary>
    private static byte[] WithPrintedLength(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        while (at < bytes.Length && !char.IsAsciiDigit((char)bytes[at])) at++;
        int end = at;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end])) end++;
        var number = Encoding.ASCII.GetBytes(Lengths[random.Next(Lengths.Length)].ToString(CultureInfo.InvariantCulture));
        return [.. bytes.AsSpan(0, at), .. number, .. bytes.AsSpan(end)];
    }

    private static byte[] WithoutPiece(byte[] bytes, Random random)
    {
        int at = random.Next(bytes.Length);
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(Math.Min(bytes.Length, at + random.Next(1, 2048)))];
    }

    private static byte[] Overwritten(byte[] bytes, Random random)
    {
        var changed = (byte[])bytes.Clone();
        int at = random.Next(changed.Length);
        random.NextBytes(changed.AsSpan(at, Math.Min(random.Next(1, 256), changed.Length - at)));
        return changed;
    }
}
