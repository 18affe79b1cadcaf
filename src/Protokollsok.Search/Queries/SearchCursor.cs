using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Protokollsok.Search.Supervision;

namespace Protokollsok.Search.Queries;

/// <summary>The last hit of a page, by which the next one is found however deep it lies.</summary>
/// <param name="State">What the node calls the index as the page saw it; while it is kept, later changes move no hit.</param>
internal readonly record struct SearchCursor(float Score, long Date, long Document, long Ordinal, long State = 0)
{
    private const byte Version = 2;
    private const int Size = 1 + FingerprintSize + 8 + 4 + 8 + 8 + 8;
    private const int FingerprintSize = 6;

    /// <summary>Opaque, base64url.</summary>
    public string ToText(SearchRequest request)
    {
        var frame = new FrameWriter();
        frame.Byte(Version);
        frame.Raw(Fingerprint(request));
        frame.Int64(State);
        WriteTo(frame);
        return Base64Url.EncodeToString(frame.Written());
    }

    /// <exception cref="CursorException">It is none, or one of another search.</exception>
    public static SearchCursor Parse(string text, SearchRequest request)
    {
        var bytes = new byte[Size];
        if (!Base64Url.IsValid(text, out var length) || length != Size || !Base64Url.TryDecodeFromChars(text, bytes, out _)) throw new CursorException();
        if (bytes[0] != Version || !bytes.AsSpan(1, FingerprintSize).SequenceEqual(Fingerprint(request))) throw new CursorException();
        var reader = new FrameReader(bytes.AsMemory(1 + FingerprintSize));
        var state = reader.Int64();
        return Read(reader) with { State = state };
    }

    public static SearchCursor Read(FrameReader frame) => new(frame.Single(), frame.Int64(), frame.Int64(), frame.Int64());

    public void WriteTo(FrameWriter frame)
    {
        frame.Single(Score);
        frame.Int64(Date);
        frame.Int64(Document);
        frame.Int64(Ordinal);
    }

    /// <summary>What the order of hits depends on: the request without its page.</summary>
    private static byte[] Fingerprint(SearchRequest request)
    {
        string?[] parts =
        [
            request.Query, request.Municipality, request.Board, request.From?.ToString("O", CultureInfo.InvariantCulture),
            request.To?.ToString("O", CultureInfo.InvariantCulture), request.MinAmount?.ToString(CultureInfo.InvariantCulture),
            request.MaxAmount?.ToString(CultureInfo.InvariantCulture), request.Dnr, request.Type, request.Kind, request.Sort.ToString(),
        ];
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts)))[..FingerprintSize];
    }
}
