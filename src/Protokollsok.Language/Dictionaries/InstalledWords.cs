using System.Security.Cryptography;

namespace Protokollsok.Language.Dictionaries;

/// <summary>
/// A dictionary of hunspell that somebody installed, compiled once on the machine where it is used. The compiled one is kept in a folder and taken from there only if it is whole
/// and was made of the very files that are installed, by this very version of the room; else it is compiled again, which takes a few seconds.
/// </summary>
public sealed class InstalledWords
{
    /// <summary>Where Debian's package hunspell-sv puts the Swedish dictionary: with <c>.aff</c> and <c>.dic</c> behind it the two files.</summary>
    public const string DefaultPath = "/usr/share/hunspell/sv_SE";

    private const int VersionLength = 8;

    private InstalledWords()
    {
    }

    /// <summary>No dictionary.</summary>
    public static InstalledWords None { get; } = new();

    /// <summary>Where a user's programs keep what can be made again: <c>protokollsok</c> in <c>XDG_CACHE_HOME</c>, or in the user's <c>.cache</c>; <see langword="null"/> for a user who has neither.</summary>
    public static string? DefaultCache
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)) return Path.Combine(cache, "protokollsok");
            return Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home && Path.IsPathRooted(home) ? Path.Combine(home, ".cache", "protokollsok") : null;
        }
    }

    /// <summary>Its words; none where it is not installed.</summary>
    public ListedWords Words { get; private init; } = ListedWords.None;

    /// <summary>Eight hexadecimal digits that tell the files apart from others; empty where there are none.</summary>
    public string Version { get; private init; } = "";

    /// <summary>What an administrator should know: why it cannot be used, or is compiled at every start. <see langword="null"/> where nothing is.</summary>
    public string? Trouble { get; private init; }

    /// <summary>Lines that could not be read, when it was compiled just now; <see langword="null"/> when it was there.</summary>
    public int? Skipped { get; private init; }

    /// <summary>Opens it, from the folder if it can be. Never throws for what lies on the disk.</summary>
    /// <param name="path">Without <c>.aff</c> and <c>.dic</c>.</param>
    /// <param name="cache">Made when needed; <see langword="null"/>: it is compiled in memory.</param>
    public static InstalledWords Open(string path, string? cache)
    {
        if (!IsThere(path)) return None;
        try
        {
            var (affixes, words) = (BytesOf(path + ".aff"), BytesOf(path + ".dic"));
            var key = KeyOf(affixes, words);
            var version = Convert.ToHexStringLower(key)[..VersionLength];
            var kept = cache is null ? null : Path.Combine(cache, Path.GetFileName(path) + ".words");
            if (kept is not null && Kept(kept, key) is { } compiled) return new InstalledWords { Words = compiled, Version = version };
            var read = HunspellWords.Parse(affixes, words);
            compiled = ListedWords.Of(read);
            return new InstalledWords { Words = compiled, Version = version, Skipped = read.Skipped, Trouble = Keep(kept, compiled.ToBytes(key)) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new InstalledWords { Trouble = $"The dictionary {path} cannot be used: {e.Message}" };
        }
    }

    /// <summary>Whether both files are there.</summary>
    public static bool IsThere(string path) => File.Exists(path + ".aff") && File.Exists(path + ".dic");

    /// <summary>The files, and the code that compiles them.</summary>
    private static byte[] KeyOf(byte[] affixes, byte[] words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(affixes));
        hash.AppendData(SHA256.HashData(words));
        hash.AppendData(typeof(InstalledWords).Module.ModuleVersionId.ToByteArray());
        return hash.GetHashAndReset();
    }

    private static byte[] BytesOf(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > HunspellWords.MostBytes) throw new InvalidDataException($"{path} is larger than any dictionary.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ListedWords? Kept(string path, byte[] key)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= ListedWords.MostBytes ? ListedWords.FromBytes(File.ReadAllBytes(path), key) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Written beside its place first, under a name of its own: who reads finds the old one or the new one, and two who write do not meet.</summary>
    /// <returns>Why it could not be kept.</returns>
    private static string? Keep(string? path, byte[] bytes)
    {
        if (path is null) return "There is no folder to keep the compiled dictionary in; it is compiled at every start.";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = $"{path}.{Guid.NewGuid():N}";
            try
            {
                File.WriteAllBytes(beside, bytes);
                File.Move(beside, path, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The compiled dictionary cannot be kept in {Path.GetDirectoryName(path)} and is compiled at every start: {e.Message}";
        }
    }
}
