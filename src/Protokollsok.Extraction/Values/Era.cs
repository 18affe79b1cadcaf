using System.Globalization;

namespace Protokollsok.Extraction;

/// <summary>
/// The years of a document, by which its two-digit years are understood: a two-digit year lies within fifty years of the
/// document's own four-digit years; a document without any takes 1930–2029.
/// </summary>
internal sealed class Era
{
    private const int DefaultLastYear = 2029;
    private const int Reach = 50;

    private readonly int _lastYear;
    private readonly HashSet<int> _years = [];

    private Era(IReadOnlyCollection<int> years)
    {
        _years = [.. years];
        Middle = years.Count == 0 ? null : years.Order().ElementAt(years.Count / 2);
        _lastYear = Middle + Reach - 1 ?? DefaultLastYear;
    }

    /// <summary>The middle one of the document's years; null if it prints none.</summary>
    public int? Middle { get; }

    /// <summary>Whether dates of six digits (<c>970612</c>) are to be expected without a word that announces them.</summary>
    public bool WritesSixDigitDates => Middle is < 2006;

    /// <summary>From the years that the text prints with four digits, 1850–2099.</summary>
    public static Era Of(string text)
    {
        var years = new List<int>();
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !Window.IsStart(text, i)) continue;
            var length = DigitsAt(text, i);
            if (length == 4 && IsMarkedAsYear(text, i)) years.Add(int.Parse(text.AsSpan(i, 4), CultureInfo.InvariantCulture));
            i += length - 1;
        }

        return new Era(years.Where(year => year is >= 1850 and <= 2099).ToList());
    }

    /// <summary>The four-digit year of a two-digit one (0–99).</summary>
    public int YearOf(int twoDigits)
    {
        var century = _lastYear / 100 * 100;
        return century + twoDigits <= _lastYear ? century + twoDigits : century - 100 + twoDigits;
    }

    /// <summary>Whether the year is one that the document may well speak of: within ten of its own.</summary>
    public bool IsNear(int year) => Middle is { } middle && Math.Abs(year - middle) <= 10;

    /// <summary>Whether the document prints this year with four digits.</summary>
    public bool Prints(int year) => _years.Contains(year);

    /// <summary>A date's year stands after a blank or a separator; a number before a slash or a colon may be a case's.</summary>
    private static bool IsMarkedAsYear(string text, int position)
    {
        var next = position + 4 < text.Length ? text[position + 4] : ' ';
        if (next is '/' or ':') return false;
        return next == '-' || (position > 0 && text[position - 1] is ' ' or '-' or '/' or '\n' && !char.IsDigit(next));
    }

    private static int DigitsAt(string text, int position)
    {
        var end = position;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - position;
    }
}
