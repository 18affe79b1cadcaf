using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds sums of money: a number with its unit, or without one where only money is written so (<c>12 345:-</c>).</summary>
internal static partial class AmountFinder
{
    private const int Nearby = 120;

    /// <summary>No column is so wide.</summary>
    private const int FullLine = 40;

    public static List<ValueSpan<Amount>> Find(string text, Claims claims)
    {
        var amounts = new List<ValueSpan<Amount>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!MayBegin(text, i) || !claims.IsFree(i) || (Read(text, i) ?? ReadWords(text, i)) is not { } amount
                || !claims.TryTake(amount.Start, amount.Length)) continue;
            amounts.Add(amount);
            i = amount.End - 1;
        }

        return amounts;
    }

    private static bool MayBegin(string text, int position) => text[position] switch
    {
        '-' or '\u2212' or '–' or '+' => position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])
            && (position == 0 || text[position - 1] is ' ' or '\n' or '\t' or '('),
        >= '0' and <= '9' => Window.IsStart(text, position) && !IsInsideNumber(text, position),
        'k' or 'K' => position + 1 < text.Length && text[position + 1] is 'r' or 'R' && Window.IsStart(text, position),
        'S' => position + 1 < text.Length && text[position + 1] is 'E' && Window.IsStart(text, position),
        _ => false,
    };

    /// <summary>Digits after <c>12.</c> or <c>2017-</c> belong to what stands before them.</summary>
    private static bool IsInsideNumber(string text, int position) =>
        position >= 2 && text[position - 1] is '.' or ',' or ':' or '/' && char.IsDigit(text[position - 2]);

    private static ValueSpan<Amount>? Read(string text, int position)
    {
        var match = Window.At(text, position, char.IsLetter(text[position]) ? UnitFirst() : UnitLast());
        if (!match.Success || !IsRangeOrSingle(text, match) || !MayBreak(text, match)) return null;
        var (unit, factor) = (match.Groups["unit"].Value, AmountUnits.FactorOf(match.Groups["unit"].ValueSpan));
        if (factor is not { } kronor || !IsMoney(text, match, unit)) return null;
        var low = AmountNumber.Parse(match.Groups["low"].ValueSpan, kronor);
        var high = match.Groups["high"].Success ? AmountNumber.Parse(match.Groups["high"].ValueSpan, kronor) : null;
        if (low is not { } value || (match.Groups["high"].Success && high is null)) return null;
        if (high is { } max) (value, high) = AmountNumber.Align(value, max);
        if (match.Groups["ore"].Success) value += AmountNumber.Parse(match.Groups["ore"].ValueSpan, 0.01m) ?? 0;
        var (per, length) = ReadPer(text, position, match.Length);
        return new ValueSpan<Amount>(new Amount(value, high, per, IsApproximate(text, position)), position, length);
    }

    /// <summary>Number words before the unit that stands here: <c>tjugofemtusen kronor</c>.</summary>
    private static ValueSpan<Amount>? ReadWords(string text, int position)
    {
        if (!Window.At(text, position, Kronor()).Success || NumberWords.Before(text, WordsEnd(text, position)) is not { } words) return null;
        var (per, length) = ReadPer(text, words.Start, position - words.Start + "kronor".Length);
        return new ValueSpan<Amount>(new Amount(words.Value, Per: per, Approximate: IsApproximate(text, words.Start)), words.Start, length);
    }

    /// <summary>Agreements write the sum once more in digits: <c>femtiotusen (50.000) kronor</c>.</summary>
    private static int WordsEnd(string text, int position)
    {
        var before = Window.Before(text, position, 30);
        return InDigits().Match(before.ToString()) is { Success: true } digits ? position - digits.Length : position;
    }

    [GeneratedRegex(@"\s\(\d[\d .,\u00A0]{0,14}(?:[:,][-–]{1,2})?\)\s\z", RegexOptions.CultureInvariant)]
    private static partial Regex InDigits();

    [GeneratedRegex(@"\Akronor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kronor();

    /// <summary><c>2016 och 500 000 kr</c> and <c>2016 - 500 000 kr</c> are no ranges; the amount in them begins later.</summary>
    private static bool IsRangeOrSingle(string text, Match match)
    {
        if (!match.Groups["high"].Success) return true;
        if (match.Groups["mellan"].Success) return Between().IsMatch(Window.Before(text, match.Index, 24));
        return match.Groups["low"].Length != 4 || match.Groups["high"].Length <= 4 || !Year().IsMatch(match.Groups["low"].ValueSpan);
    }

    /// <summary>A number goes on in the next line only where running text, not a column of figures, ends with it.</summary>
    private static bool MayBreak(string text, Match match)
    {
        if (!match.Groups["low"].ValueSpan.Contains('\n')) return true;
        var before = Window.Before(text, match.Index, FullLine + 1);
        return before.Length > FullLine && before.IndexOf('\n') < 0 && before[^1] == ' ' && char.IsLower(before[^2]);
    }

    private static (string? Per, int Length) ReadPer(string text, int position, int length)
    {
        if (position + length >= text.Length) return (null, length);
        var match = Window.At(text, position + length, PerUnit());
        return match.Success ? (match.Groups["per"].Value, length + match.Length) : (null, length);
    }

    /// <summary>Millions that are not called kronor count where money is the subject, and where nothing else is counted.</summary>
    private static bool IsMoney(string text, Match match, string unit)
    {
        if (unit.Length == 0) return match.Groups["skatt"].Success;
        if (!unit.StartsWith("milj", StringComparison.OrdinalIgnoreCase)
            || unit.Contains('k', StringComparison.OrdinalIgnoreCase)) return true;
        var end = match.Index + match.Length;
        if (end < text.Length && Window.At(text, end, CountedThing()).Success) return false;
        var around = text.AsSpan(Math.Max(0, match.Index - Nearby),
            Math.Min(text.Length, end + Nearby) - Math.Max(0, match.Index - Nearby));
        return MoneyWord().IsMatch(around);
    }

    private static bool IsApproximate(string text, int position) => Approximately().IsMatch(Window.Before(text, position, 24));

    [GeneratedRegex(@"\bmellan\s+(?:ca\s+|kr\s+)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\A(?:19|20)\d\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private const string Blank = @"[ .\u00A0\u2007\u2009\u202F]";

    // A reader may lose a thin blank: 1450 000 is one number. Where the first group could be a year it stays one: 2021 450 000 kr.
    private const string Number = @"(?:(?:\d{1,3}|(?!(?:19|20)\d\d\b)[1-9]\d{3,5})(?:" + Blank + @"\d{3}(?!\d))+(?:[,:]\d{1,2}(?!\d))?|\d{1,3}\n\d{3}(?!\d)|\d+(?:[,.:]\d+)?)";
    private const string Dash = @"\s?(?:--|[-\u2010-\u2015])\s?";

    [GeneratedRegex(
        @"\A(?<low>[-+\u2212–]?" + Number + @")" +
        @"(?:(?:" + Dash + @"|\s(?:till|à|a)\s|(?<mellan>\soch\s))(?<high>" + Number + @"))?" +
        @"(?:(?:\s\(\p{L}{2,40}(?:\s\p{L}{2,40}){0,3}\))?\s{0,3}(?<unit>" + AmountUnits.Pattern + @")(?![\p{L}\d])(?:\s(?:och\s)?(?<ore>\d{1,2})\söre\b)?|\s?(?<unit>:-{1,2}|:[–—=]|,-{1,2}|,[–—]|;-)(?!\d)(?:\s?kr(?:onor)?\b)?" +
        @"|(?<skatt>(?<=:\d\d))(?<unit>)(?=\s(?:kr\s)?per\sskattekrona))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitLast();

    [GeneratedRegex(
        @"\A(?<unit>kronor|kr|SEK)\.?:?\s(?<low>-?(?:\d{1,3}(?:" + Blank + @"\d{3}(?!\d))+(?:[,:]\d{2}(?!\d))?|\d+[:,]\d\d(?!\d)|\d{1,3}(?=[:,][-–—])|(?!(?:19|20)\d\d\b)\d{3,7}(?![\d/.-])))(?:[:,][-–—]{1,2})?(?!\s?(?:%|st\b|§|kr))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitFirst();

    // "Per april" and "per 2023" tell when, not per what.
    [GeneratedRegex(
        @"\A(?:\s?/\s?(?<per>" + PerThing + @")|\sper\s(?!den\b|automatik|post\b|brev\b|telefon\b|mail\b|sista\b|" + Months.Pattern + @"\b)(?<per>" + PerThing + @"))(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PerUnit();

    /// <summary>One thing, what is said of it, and the time that it is for: <c>påbörjad halvtimme</c>, <c>elev och år</c>.</summary>
    private const string PerThing =
        @"(?:(?:påbörjad|påbörjat|hel|helt|halv|halvt|ny|nytt|extra|ytterligare|inskriven|inskrivet|anställd|betald|såld|levererad|producerad|heltids|enskild|enskilt)\s)?\p{L}+(?:²|2|³|3)?" +
        @"(?:\s?/\s?(?:år|månad|mån|vecka|dag|dygn|timme|tim|läsår|termin|kvartal)\b" +
        @"|\s(?:och|per)\s(?:år|månad|mån|vecka|dag|dygn|timme|läsår|termin|kvartal|gång|tillfälle|person|barn|elev|hushåll|boende|plats|brukare|ledamot|fastighet|lägenhet" +
        @"|kvadratmeter)\b)?";

    [GeneratedRegex(
        @"\A\s(?:invånare|människor|personer|svenskar|ton\b|euro|dollar|pund|besök|resor|resenärer|kvadratmeter|kubikmeter|liter|kilo|kWh|år\b|barn\b|hushåll|träd|böcker|lån\b|medlemmar|gånger|EUR|USD|kilometer|plantor)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountedThing();

    [GeneratedRegex(
        @"\bkr\b|kron|kostna|budget|anslag|intäkt|invester|medel\b|medlen|bidrag|skatt|utgift|skott|resultat|finans|belopp|summa|ekonom|lån\b|lånar|köpesk|ersättning|borgen|pris\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoneyWord();

    [GeneratedRegex(
        @"(?:\bca|\bc:a|\bcirka|\bomkring|\bungefär|\brunt|\bdrygt|\bknappt|\bnärmare|\bung|\buppskattningsvis|\bstorleksordningen|~)\.?\s*(?:kr\s+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Approximately();
}
