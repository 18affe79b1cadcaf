namespace Protokollsok.Extraction;

/// <summary>Swedish months, written out and short. A fixed table: the machine's culture must not matter.</summary>
internal static class Months
{
    /// <summary>A pattern for any of them; <see cref="Number"/> tells which.</summary>
    public const string Pattern =
        "(?:januari|jan|februari|febr|feb|mars|mar|april|apr|maj|juni|jun|juli|jul|augusti|aug|september|sept|sep|oktober|okt|november|nov|december|dec)";

    private static readonly string[] Stems = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    /// <summary>1–12 for a name that <see cref="Pattern"/> matched, in any case.</summary>
    public static int Number(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Stems.Length; i++)
            if (name.StartsWith(Stems[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        throw new ArgumentException($"'{name}' is no month.", nameof(name));
    }

    /// <summary>Whether the letter can begin a month's name; a quick look before the pattern is tried.</summary>
    public static bool MayBegin(char letter) => (letter | 0x20) is 'j' or 'f' or 'm' or 'a' or 's' or 'o' or 'n' or 'd';

    /// <summary>Whether a month's first three letters stand at the position; a quick look before the pattern is tried.</summary>
    public static bool MayStand(string text, int position)
    {
        if (!MayBegin(text[position]) || text.Length - position < 3) return false;
        var start = text.AsSpan(position, 3);
        foreach (var stem in Stems)
            if (start.Equals(stem, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
