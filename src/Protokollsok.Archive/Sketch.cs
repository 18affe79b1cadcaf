using System.Buffers.Binary;

namespace Protokollsok.Archive;

/// <summary>
/// The smallest of the hashes of all that stands in a text (bottom-k MinHash: A. Broder, <i>On the resemblance and containment of
/// documents</i>, 1997). From two sketches alone follows how much of two texts is the same.
/// </summary>
public sealed class Sketch
{
    /// <summary>How many hashes are kept: 1 KiB a document, and a standard error of 3 % at most.</summary>
    public const int Size = 256;

    /// <summary>How many of them a document is looked up by.</summary>
    private const int KeyCount = 16;

    private readonly uint[] _hashes;

    private Sketch(uint[] hashes) => _hashes = hashes;

    /// <summary>The sketch of a text's hashes, in any order and number.</summary>
    public static Sketch Of(IEnumerable<uint> hashes) => new([.. hashes.Distinct().Order().Take(Size)]);

    /// <summary>The smallest ones: two texts that share half of what they say share about so many of these, too.</summary>
    internal IReadOnlyList<uint> Keys => _hashes[..Math.Min(KeyCount, _hashes.Length)];

    /// <summary>The estimated share of what stands in either text that stands in both (Jaccard), 0–1; 0 for empty ones.</summary>
    public double LikenessTo(Sketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int mine = 0, others = 0, both = 0, either = 0;
        while (either < Size && mine < _hashes.Length && others < other._hashes.Length)
        {
            int order = _hashes[mine].CompareTo(other._hashes[others]);
            if (order <= 0)
                mine++;
            if (order >= 0)
                others++;
            if (order == 0)
                both++;
            either++;
        }
        // One is at its end: what is left of the other stands in it alone.
        either = Math.Min(Size, either + (_hashes.Length - mine) + (other._hashes.Length - others));
        return either == 0 ? 0 : (double)both / either;
    }

    internal byte[] ToBytes()
    {
        byte[] bytes = new byte[_hashes.Length * sizeof(uint)];
        for (int n = 0; n < _hashes.Length; n++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(n * sizeof(uint)), _hashes[n]);
        return bytes;
    }

    internal static Sketch FromBytes(ReadOnlySpan<byte> bytes)
    {
        uint[] hashes = new uint[bytes.Length / sizeof(uint)];
        for (int n = 0; n < hashes.Length; n++)
            hashes[n] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(n * sizeof(uint))..]);
        return new Sketch(hashes);
    }
}
