using System.Numerics;

namespace Protokollsok.Language;

/// <summary>
/// A hash table from sequences to two bytes, four bytes a slot: 16 bits of the key's hash, then the two values. Empty slots
/// are 0. A sequence that is not there is found by mistake about once in 30,000 times, which a count can bear.
/// </summary>
internal static class NgramTable
{
    private const double Fill = 0.8;

    public static ulong Key(int first, int second) => Mix((ulong)(uint)first << 32 | (uint)second);

    public static ulong Key(int first, int second, int third) => Key(Key(first, second), third);

    /// <summary>The key of two words, given by theirs, and a third.</summary>
    public static ulong Key(ulong pair, int third) => Mix(pair + 0x9E3779B97F4A7C15UL * ((uint)third + 1UL));

    /// <summary>The key of a few letters, oldest first.</summary>
    public static ulong Key(ReadOnlySpan<byte> letters) => Key(Packed(letters));

    /// <summary>The key of a few letters as <see cref="Packed"/> makes them one number.</summary>
    public static ulong Key(ulong packed) => Mix(packed);

    /// <summary>A few letters, oldest first, as a number; one more letter is added by multiplying with <see cref="Alphabet.Size"/>.</summary>
    public static ulong Packed(ReadOnlySpan<byte> letters)
    {
        ulong packed = 1;
        foreach (var letter in letters) packed = packed * Alphabet.Size + letter;
        return packed;
    }

    public static bool TryFind(ReadOnlySpan<uint> slots, ulong key, out byte value, out byte second)
    {
        var check = Check(key);
        for (var i = Home(key, slots.Length); slots[i] != 0; i = i + 1 == slots.Length ? 0 : i + 1)
        {
            if (slots[i] >> 16 != check) continue;
            value = (byte)(slots[i] >> 8);
            second = (byte)slots[i];
            return true;
        }

        value = second = 0;
        return false;
    }

    public static uint[] Build(IReadOnlyCollection<(ulong Key, byte Value, byte Second)> entries)
    {
        var slots = new uint[(int)(entries.Count / Fill) + 2];
        foreach (var (key, value, second) in entries)
        {
            var i = Home(key, slots.Length);
            while (slots[i] != 0) i = i + 1 == slots.Length ? 0 : i + 1;
            slots[i] = Check(key) << 16 | (uint)value << 8 | second;
        }

        return slots;
    }

    private static int Home(ulong key, int size) => (int)Math.BigMul(key, (ulong)size, out _);

    /// <summary>Never 0, so that no filled slot is empty.</summary>
    private static uint Check(ulong key) => (uint)(key & 0xFFFF) | 1;

    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ value >> 27) * 0x94D049BB133111EBUL;
        return BitOperations.RotateLeft(value ^ value >> 31, 17);
    }
}
