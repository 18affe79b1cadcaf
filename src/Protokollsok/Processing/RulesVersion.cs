using System.Security.Cryptography;
using System.Text;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Language;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>
/// Which rules understand here. A release may be built many times while its rules change, so a number that somebody has to raise would lie: this
/// is a checksum of the code of repair, extraction, language and record as it was compiled, and of the language model. The same source gives the same one,
/// wherever and at whatever commit it is built.
/// </summary>
internal static class RulesVersion
{
    private const int ModelChecksumAt = 24, ModelChecksumLength = 8, Shown = 8;

    /// <summary>Eight hexadecimal digits.</summary>
    public static string Text { get; } = Of([typeof(DocumentRecord), typeof(SwedishModel), typeof(Repairer), typeof(MinutesExtractor)], ModelChecksum());

    /// <summary>A compiler that is deterministic gives each assembly a number made of all that went in.</summary>
    internal static string Of(IEnumerable<Type> rooms, ReadOnlySpan<byte> model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var room in rooms) hash.AppendData(Encoding.ASCII.GetBytes(room.Module.ModuleVersionId.ToString("N")));
        hash.AppendData(model);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Shown];
    }

    /// <summary>It stands in the model's head; without a model nothing understands, which is told elsewhere.</summary>
    private static byte[] ModelChecksum()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "swedish.model");
        if (!File.Exists(path)) return [];
        using var file = File.OpenRead(path);
        var checksum = new byte[ModelChecksumLength];
        file.Position = ModelChecksumAt;
        return file.ReadAtLeast(checksum, checksum.Length, throwOnEndOfStream: false) == checksum.Length ? checksum : [];
    }
}
