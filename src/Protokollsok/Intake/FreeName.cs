using System.Globalization;
using System.Text;

namespace Protokollsok.Intake;

/// <summary>Finds a name that nothing has yet: <c>KS.pdf</c>, <c>KS.pdf (2)</c> …, short enough for the file system with what is put after it.</summary>
internal static class FreeName
{
    // Most file systems end a name at 255 bytes; ä takes two.
    private const int LongestName = 255;

    /// <param name="folder">Where the name has to be free.</param>
    /// <param name="name">The wanted name, with its extension.</param>
    /// <param name="suffixes">What is put after the name; the names with all of them have to be free.</param>
    /// <returns>The path without a suffix.</returns>
    public static string In(string folder, string name, params IReadOnlyList<string> suffixes)
    {
        for (var number = 1; ; number++)
        {
            var mark = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var path = Path.Combine(folder, Shorten(name, LongestName - mark.Length - suffixes.Max(Encoding.UTF8.GetByteCount)) + mark);
            if (!suffixes.Any(suffix => Path.Exists(path + suffix))) return path;
        }
    }

    private static string Shorten(string name, int bytes)
    {
        var runes = name.EnumerateRunes().ToList();
        while (runes.Sum(rune => rune.Utf8SequenceLength) > bytes) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes);
    }
}
