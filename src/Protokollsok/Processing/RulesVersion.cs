using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Language;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>
/// Which rules understand here. A release may be built many times while its rules change, so a number that somebody has to raise would lie: this
/// is a checksum of the code of repair, extraction, language and record as it was compiled, of the language model, and of the dictionary that is installed. The same source gives the same one,
/// wherever and at whatever commit it is built.
/// </summary>
internal static class RulesVersion
{
    private const int ModelChecksumAt = 24, ModelChecksumLength = 8, Shown = 8;

    private static readonly Type[] s_rooms = [typeof(DocumentRecord), typeof(SwedishModel), typeof(Repairer), typeof(MinutesExtractor)];

    private static readonly byte[] s_model = ModelChecksum();

    /// <summary>Eight hexadecimal digits.</summary>
    /// <param name="dictionary">Which dictionary is used; empty: none.</param>
    public static string With(string dictionary) => Of(s_rooms, [.. s_model, .. Encoding.ASCII.GetBytes(dictionary)]);

    /// <summary>What understands, for the history: the program, and its rules.</summary>
    /// <inheritdoc cref="With"/>
    public static string Program(string dictionary) => $"protokollsok {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}, rules {With(dictionary)}";

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
