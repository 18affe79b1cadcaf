using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>
/// Where a case number stands without a word that announces it: behind a section's number on its line, alone on a line below a section's
/// head or title, and in a column of numbers of one form (a list of what delegates decided).
/// </summary>
internal sealed partial class DnrPlaces
{
    /// <summary>A title is at most so many lines deep.</summary>
    private const int TitleLines = 4;

    /// <summary>A line with a number of its own is no longer, in UTF-16 units.</summary>
    private const int LongestLine = 34;

    private readonly Era _era;
    private readonly Dictionary<int, (int End, bool Fills)> _places = [];

    public DnrPlaces(string text, Era era)
    {
        (Text, _era) = (text, era);
        var below = TitleLines;
        (int At, int Length) first = default, last = default;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end == start) continue;
            if (HeadEnd(start, end) is { } at)
            {
                below = 0;
                if (at < end && IsNumber(text.AsSpan(at, end - at))) Add(at, end, fills: true);
            }
            else if (++below <= TitleLines && end - start <= LongestLine && IsNumber(text.AsSpan(start, end - start))) Add(start, end, fills: true);
            first = Alike(first, FirstIn(start, end));
            last = Alike(last, LastIn(start, end));
        }
    }

    public string Text { get; }

    /// <summary>Where the number at a position that announces one must have ended; null if the position announces none.</summary>
    public int? EndAt(int position) => _places.TryGetValue(position, out var place) ? place.End : null;

    /// <summary>Whether nothing but the number may stand until there.</summary>
    public bool MustFill(int position) => _places[position].Fills;

    private void Add(int start, int end, bool fills) => _places.TryAdd(start, (end, fills));

    /// <summary>What follows a section's number on the line from start to end; null if the line is no section's head.</summary>
    private int? HeadEnd(int start, int end)
    {
        if (!MayBeHead(start)) return null;
        var match = Head().Match(Text, start, Math.Min(60, end - start));
        return match.Success ? start + match.Length : null;
    }

    private bool MayBeHead(int start) => char.IsAsciiDigit(Text[start]) || Text[start] is '§' or '$' || char.IsUpper(Text[start]);

    private bool IsNumber(ReadOnlySpan<char> line) =>
        line.Length is >= 5 and <= LongestLine && line.ContainsAnyInRange('0', '9') && Number().IsMatch(line) && !Dated().IsMatch(line)
        && (char.IsLetter(line[0]) || IsPlain(line) || Tokens().IsMatch(line));

    /// <summary>Two numbers, of which one may be a year of the document's time and the other is longer than any count.</summary>
    private bool IsPlain(ReadOnlySpan<char> number)
    {
        var digits = DigitsAt(number, 0);
        if (digits is < 2 or > 6 || digits >= number.Length || number[digits] is not ('-' or '/')) return false;
        var others = DigitsAt(number, digits + 1);
        if (digits + 1 + others < number.Length && number[digits + 1 + others] is not ' ') return false;
        ReadOnlySpan<char> a = number[..digits], b = number.Slice(digits + 1, others);
        return (IsYear(a) && others is >= 3 and <= 6 && !IsFullYear(b)) || (number[digits] == '/' && IsYear(b) && digits >= 3 && !IsFullYear(a));
    }

    private bool IsYear(ReadOnlySpan<char> digits) =>
        IsFullYear(digits) || (digits.Length == 2 && (_era.Middle is null || _era.IsNear(_era.YearOf((digits[0] - '0') * 10 + digits[1] - '0'))));

    private static bool IsFullYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits[..2] is "19" or "20";

    private static int DigitsAt(ReadOnlySpan<char> text, int from)
    {
        var to = from;
        while (to < text.Length && char.IsAsciiDigit(text[to])) to++;
        return to - from;
    }

    /// <summary>The number in the first column, behind the row's own number.</summary>
    private (int At, int Length) FirstIn(int start, int end)
    {
        var at = start;
        if (!char.IsAsciiDigit(Text[at])) return default;
        var row = DigitsAt(Text.AsSpan(at, Math.Min(5, end - at)), 0);
        if (row <= 4 && at + row < end && (IsBlank(at + row) || (at + row + 1 < end && Text[at + row] is '.' or ')' && IsBlank(at + row + 1))))
            at += row + (IsBlank(at + row) ? 1 : 2);
        var blank = Text.AsSpan(at, end - at).IndexOfAny(' ', '\t');
        return blank is > 0 and < 13 && IsPlain(Text.AsSpan(at, blank)) ? (at, blank) : default;
    }

    /// <summary>A scan parts cells by a tab.</summary>
    private bool IsBlank(int at) => Text[at] is ' ' or '\t';

    private (int At, int Length) LastIn(int start, int end)
    {
        if (!char.IsAsciiDigit(Text[end - 1])) return default;
        var at = start + Text.AsSpan(start, end - start).LastIndexOfAny(' ', '\t') + 1;
        return at > start && end - at < 13 && IsPlain(Text.AsSpan(at, end - at)) ? (at, end - at) : default;
    }

    /// <summary>Two numbers of one form below each other are a column.</summary>
    private (int At, int Length) Alike((int At, int Length) above, (int At, int Length) here)
    {
        if (here.Length == 0 || here.Length != above.Length || Form(above) != Form(here)) return here;
        Add(above.At, above.At + above.Length, fills: false);
        Add(here.At, here.At + here.Length, fills: false);
        return here;
    }

    private (int, char) Form((int At, int Length) number) =>
        DigitsAt(Text.AsSpan(number.At, number.Length), 0) is var digits ? (digits, Text[number.At + digits]) : default;

    /// <summary><c>§ 31</c>, <c>KSAU § 120/2015</c>, <c>31 §</c>, <c>KS 190</c>, <c>57 Title</c>; behind it a damaged lead word.</summary>
    [GeneratedRegex(
        @"\G(?:(?:\p{L}{1,8}\s)?[§$]\s?\d{1,4}(?:\s[a-z](?!\p{L}))?(?:/(?:19|20)?\d\d(?!\d))?(?![\d:-])|\p{Lu}{1,4}\s\d{1,3}(?![\d/:.-])|\d{1,3}\s§(?!\d)" +
        @"|\d{1,3}\.?(?=\s\p{Lu}\p{Ll}))[.,]?[ \t]{0,30}(?:(?:\p{L}nr|[Dd]n\p{Ll}|[Dd]\p{Ll}r)\b[.:]{0,2}\s)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"\A(?:\p{Lu}{1,5}[ /-]?|K[sf] )?\d[\d ./:-]{3,24}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    /// <summary>A day, which a line may hold as well.</summary>
    [GeneratedRegex(@"\A(?:19|20)?\d\d[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01])(?:\z|[ -])", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();

    /// <summary>Three numbers, or a plan's code and two.</summary>
    [GeneratedRegex(@"\A(?:\d{1,6}[-/]\d{1,6}[-/]\d{1,6}|\d(?:\.\d{1,3}){1,4}[-/]\d{1,6}[-/]\d{1,6})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();
}
