using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Protokollsok.Language.Dictionaries;

/// <summary>
/// A dictionary, compiled: which words there are and what each may be used for, without any count. Found in a graph of letters as the model's words are. Immutable and thread-safe.
/// </summary>
public sealed class ListedWords : ILexicon
{
    /// <summary>Of the file: a magic number, the key, a checksum of the rest; the graph's root, the number of edges, the number of entries.</summary>
    private const int KeyAt = 8, KeyLength = 32, ChecksumAt = KeyAt + KeyLength, BodyAt = ChecksumAt + KeyLength, CountsLength = 12;

    /// <summary>What is larger is no dictionary of ours.</summary>
    internal const int MostBytes = 256 << 20;

    private const ulong Magic = 0x0A444B4F53544F52; // "ROTSOKD\n"

    private readonly uint[] _edges, _before;
    private readonly WordUses[] _uses;

    private ListedWords(uint[] edges, uint[] before, int root, WordUses[] uses)
    {
        (_edges, _before, _uses, Root) = (edges, before, uses, new WordPrefix(root, 0, false));
        Words = uses.Count(use => (use & (WordUses.Word | WordUses.Name)) != 0);
    }

    /// <summary>Holds no word.</summary>
    public static ListedWords None { get; } = new([0], [0], 0, []);

    /// <summary>How many forms stand by themselves.</summary>
    public int Words { get; }

    /// <inheritdoc/>
    public WordPrefix Root { get; }

    /// <inheritdoc/>
    public LexiconWalk Walk => new(_edges, _before);

    /// <summary>Compiles a dictionary.</summary>
    public static ListedWords Of(HunspellWords dictionary)
    {
        string[] words = [.. dictionary.Forms.Keys];
        Array.Sort(words, WordGraphBuilder.Compare);
        var (edges, before, root) = WordGraphBuilder.Build(words);
        return new ListedWords(edges, before, root, Array.ConvertAll(words, word => dictionary.Forms[word]));
    }

    /// <summary>What the entry of that number may be used for.</summary>
    public WordUses UsesOf(int number) => (uint)number < (uint)_uses.Length ? _uses[number] : WordUses.None;

    /// <summary>What a word in lower case may be used for.</summary>
    public WordUses UsesOf(ReadOnlySpan<char> word)
    {
        var walk = Walk;
        var at = Root;
        foreach (var letter in word)
        {
            if (!walk.TryStep(at, letter, out at)) return WordUses.None;
        }

        return at.IsEntry ? UsesOf(at.Number) : WordUses.None;
    }

    /// <summary>Whether a word in lower case stands by itself, small or as a name.</summary>
    public bool Holds(ReadOnlySpan<char> word) => (UsesOf(word) & (WordUses.Word | WordUses.Name)) != 0;

    /// <inheritdoc/>
    public bool CanBeginCompound(int number) => (UsesOf(number) & (WordUses.Begins | WordUses.Inside)) != 0;

    /// <summary>As a file keeps it.</summary>
    /// <param name="key">Of what it was compiled from, 32 bytes.</param>
    internal byte[] ToBytes(ReadOnlySpan<byte> key)
    {
        var bytes = new byte[BodyAt + CountsLength + (2 * sizeof(uint) * _edges.Length) + _uses.Length];
        var body = bytes.AsSpan(BodyAt);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        key.CopyTo(bytes.AsSpan(KeyAt, KeyLength));
        BinaryPrimitives.WriteInt32LittleEndian(body, Root.Edges);
        BinaryPrimitives.WriteInt32LittleEndian(body[4..], _edges.Length);
        BinaryPrimitives.WriteInt32LittleEndian(body[8..], _uses.Length);
        MemoryMarshal.AsBytes(_edges.AsSpan()).CopyTo(body[CountsLength..]);
        MemoryMarshal.AsBytes(_before.AsSpan()).CopyTo(body[(CountsLength + (sizeof(uint) * _edges.Length))..]);
        MemoryMarshal.AsBytes(_uses.AsSpan()).CopyTo(body[^_uses.Length..]);
        SHA256.HashData(body, bytes.AsSpan(ChecksumAt));
        return bytes;
    }

    /// <summary>What <see cref="ToBytes"/> made.</summary>
    /// <returns><see langword="null"/> for anything else: another program's, another dictionary's, cut short, altered.</returns>
    internal static ListedWords? FromBytes(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> key)
    {
        if (bytes.Length is < BodyAt + CountsLength or > MostBytes || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic
            || !bytes.Slice(KeyAt, KeyLength).SequenceEqual(key)) return null;
        var body = bytes[BodyAt..];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes.Slice(ChecksumAt, KeyLength))) return null;
        var (edges, entries) = (BinaryPrimitives.ReadInt32LittleEndian(body[4..]), BinaryPrimitives.ReadInt32LittleEndian(body[8..]));
        if (edges < 1 || entries < 0 || CountsLength + (2L * sizeof(uint) * edges) + entries != body.Length) return null;
        var root = BinaryPrimitives.ReadInt32LittleEndian(body);
        var graph = MemoryMarshal.Cast<byte, uint>(body.Slice(CountsLength, 2 * sizeof(uint) * edges));
        if (root < 0 || root >= edges || !WordGraph.IsWhole(graph[..edges])) return null;
        return new ListedWords(graph[..edges].ToArray(), graph[edges..].ToArray(), root, MemoryMarshal.Cast<byte, WordUses>(body[^entries..]).ToArray());
    }
}
