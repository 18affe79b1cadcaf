using System.Globalization;
using Protokollsok.Extraction;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Configuration;

/// <summary>Values as people write them in the settings. What cannot be understood is a <see cref="FormatException"/> that says what was expected.</summary>
internal static class SettingText
{
    private static readonly (string Unit, double Seconds)[] TimeUnits = [("ms", .001), ("s", 1), ("min", 60), ("h", 3600)];

    private static readonly (string Unit, long Bytes)[] SizeUnits = [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30)];

    public static string? Empty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>One or more addresses to listen at, parted by semicolons.</summary>
    public static string Addresses(string text)
    {
        var urls = text.Split(';', StringSplitOptions.TrimEntries);
        foreach (var url in urls.Where(url => !IsAddress(url))) throw new FormatException($"an address like http://127.0.0.1:5080 was expected, not '{url}'");
        return string.Join(';', urls);
    }

    public static TimeSpan Time(string text, double least, double most)
    {
        var (number, unit) = Parted(text);
        var seconds = TimeUnits.FirstOrDefault(known => known.Unit == unit) is (not null, var one) ? number * one : double.NaN;
        return seconds >= least && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"a time from {least} s to {most} s was expected (1 s, 500 ms, 2 min, 1 h)"));
    }

    public static string Time(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? Number(time.TotalMilliseconds, "ms")
        : time < TimeSpan.FromMinutes(1) || time.TotalMinutes != Math.Floor(time.TotalMinutes) ? Number(time.TotalSeconds, "s")
        : Number(time.TotalMinutes, "min");

    /// <returns>Bytes.</returns>
    public static long Size(string text, long least, long most)
    {
        var (number, unit) = Parted(text);
        var bytes = SizeUnits.FirstOrDefault(known => known.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase)) is (not null, var one) ? number * one : double.NaN;
        return bytes >= least && bytes <= most ? (long)bytes : throw new FormatException($"a size from {Size(least)} to {Size(most)} was expected (200 MiB, 2 GiB)");
    }

    public static string Size(long bytes) => bytes % (1L << 30) == 0 ? Number(bytes >> 30, "GiB") : Number((double)bytes / (1L << 20), "MiB");

    public static long Whole(string text, long least, long most) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"a whole number from {least} to {most} was expected");

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static double Share(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw new FormatException("a number from 0 to 1 was expected (0.97)");

    public static string Share(double share) => share.ToString(CultureInfo.InvariantCulture);

    public static string Folder(string text) =>
        Directory.Exists(text.Trim()) ? text.Trim() : throw new FormatException("a folder that is there was expected");

    public static string? ExistingFile(string text) =>
        Empty(text) is not { } path || File.Exists(path) ? Empty(text) : throw new FormatException("a file that is there was expected");

    /// <summary>The path of a hunspell dictionary without its endings, the one that Debian's package brings, which need not be there, or none.</summary>
    public static string? Dictionary(string text)
    {
        if (text.Trim().Equals(SettingKeys.NoDictionary, StringComparison.OrdinalIgnoreCase)) return null;
        var named = Empty(text) ?? InstalledWords.DefaultPath;
        var path = Path.GetExtension(named) is ".aff" or ".dic" ? Path.ChangeExtension(named, null) : named;
        return path == InstalledWords.DefaultPath || InstalledWords.IsThere(path)
            ? path
            : throw new FormatException($"{SettingKeys.NoDictionary} or the path of a .aff file with its .dic beside it was expected");
    }

    /// <summary>What a file says of case numbers.</summary>
    public static DnrProfile Profile(string text)
    {
        try
        {
            return Empty(text) is { } path ? DnrProfile.Parse(File.ReadAllText(path)) : DnrProfile.Default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException(e.Message.TrimEnd('.'), e);
        }
    }

    public static T OneOf<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name)
            : throw new FormatException($"one of {string.Join(", ", Enum.GetNames<T>().Select(known => known.ToLowerInvariant()))} was expected");

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static (double Number, string Unit) Parted(string text)
    {
        text = text.Trim();
        var digits = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.').Count();
        return double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number, text[digits..].Trim()) : (double.NaN, "");
    }

    private static string Number(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number:0.###} {unit}");

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https";
}
