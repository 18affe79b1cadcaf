using System.Globalization;
using System.Text;

namespace Protokollsok.Intake;

/// <summary>
/// Finds a name that nothing else has yet: <c>KS.pdf</c>, <c>KS (2).pdf</c> …, short enough for the file system with what is put after it.
/// The number stands before the extension, so that a file still opens with the program for its kind.
/// </summary>
internal static class FreeName
{
    // Most file systems end a name at 255 bytes; ä takes two.
    private const int LongestName = 255;

    /// <param name="folder">Where the name has to be free.</param>
    /// <param name="name">The wanted name, with its extension.</param>
    /// <param name="files">The suffix of each file that is to be put there, and whether one that is there under that path is just that file.</param>
    /// <returns>The path without a suffix.</returns>
    public static string In(string folder, string name, params IReadOnlyList<(string Suffix, Func<string, bool> IsOwn)> files) =>
        In(folder, name, isPromised: _ => false, files);

    /// <param name="isPromised">Whether a path without a suffix is another's, though nothing lies there yet.</param>
    public static string In(string folder, string name, Func<string, bool> isPromised, IReadOnlyList<(string Suffix, Func<string, bool> IsOwn)> files)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 10) extension = "";
        var stem = name[..(name.Length - extension.Length)];
        var room = LongestName - Encoding.UTF8.GetByteCount(extension) - files.Max(file => Encoding.UTF8.GetByteCount(file.Suffix));
        for (var number = 1; ; number++)
        {
            var mark = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
            var path = Path.Combine(folder, Shorten(stem, room - mark.Length) + mark + extension);
            if (IsFree(path, files) && !isPromised(path)) return path;
        }
    }

    /// <summary>Whether nothing lies there but, perhaps, just what is to be put there.</summary>
    public static bool IsFree(string path, IReadOnlyList<(string Suffix, Func<string, bool> IsOwn)> files) =>
        files.All(file => !Path.Exists(path + file.Suffix) || (File.Exists(path + file.Suffix) && file.IsOwn(path + file.Suffix)));

    private static string Shorten(string text, int bytes)
    {
        var runes = text.EnumerateRunes().ToList();
        while (runes.Sum(rune => rune.Utf8SequenceLength) > bytes) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes);
    }
}
