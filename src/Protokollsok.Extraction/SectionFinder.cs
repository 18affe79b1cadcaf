using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Finds the heads of numbered sections, with the § sign, with a unit's name, or a bare number in an agenda. A § in running text is a
/// reference, one with <i>forts.</i> a continuation, one in a list of contents or on the cover sheet is none.
/// </summary>
internal static partial class SectionFinder
{
    /// <summary>The number stands within so many UTF-16 units of the line.</summary>
    private const int MarkReach = 44;

    /// <summary>How sure a head is whose sign was read as something else, and one whose sign is gone.</summary>
    private const double LostSign = .9, NoSign = .75;

    /// <summary>Numbered lists of decisions are hardly longer.</summary>
    private const int LongestList = 19;

    /// <summary>An agenda says what it is within its first lines.</summary>
    private const int AgendaLines = 20;

    public static IReadOnlyList<SectionHead> Find(MinutesText minutes, DocumentType type)
    {
        var cover = CoverRange.Of(minutes);
        var heads = InOrder(GluedSigns.Between(WithSign(minutes, cover), minutes));
        if (heads.Count == 0) heads = SectionSequence.Find(minutes, UnitHead(), minimum: 1);
        if (heads.Count == 0 && (cover is not null || IsOfMeeting(minutes, type)))
            heads = SectionSequence.Find(minutes, SignAfterHead(), minimum: 1, (number, line) => line.Gap || line.AfterBreak || cover?.Holds(number) == true);
        if (heads.Count == 0) heads = SectionSequence.Find(minutes, LostSignHead(), minimum: 2);
        if (heads.Count == 0 && cover is not null)
            heads = SectionSequence.Find(minutes, BareHead(), minimum: 2, (number, _) => cover.Holds(number));
        if (heads.Count == 0 && cover is not null)
            heads = SectionSequence.Find(minutes, GluedSigns.Head(), minimum: 2, (number, _) => cover.Holds(number));
        if (heads.Count == 0 && !IsOfOffice(type))
            heads = SectionSequence.Find(minutes, BareHead(), minimum: 2, (number, line) => IsSetOff(line) && (number > LongestList || type is DocumentType.Protokoll));
        if (heads.Count == 0 && (type is DocumentType.Kallelse || minutes.Lines.Take(AgendaLines).Any(line => AgendaWord().IsMatch(line.Text)))) heads = SectionSequence.Find(minutes, AgendaHead(), minimum: 2);
        return WithoutContents(Straightened(heads), minutes);
    }

    /// <summary>What is written before a meeting or beside it: numbers in it are of other things.</summary>
    private static bool IsOfOffice(DocumentType type) => type is DocumentType.Kallelse or DocumentType.Tjansteskrivelse or DocumentType.Bilaga;

    /// <summary>Bylaws and tariffs number their paragraphs <c>1 § Uppgifter</c>, as some boards do their sections: the head says that these
    /// are minutes, or somebody decides.</summary>
    private static bool IsOfMeeting(MinutesText minutes, DocumentType type) =>
        type is DocumentType.Protokoll or DocumentType.Protokollsutdrag
        || (!IsOfOffice(type) && minutes.Lines.Any(line => line.Heading?.Kind is HeadingKind.Decision || (DecisionLead.Opens(line.Text) && Decided().IsMatch(line.Text))));

    /// <summary>Bylaws say what a board decides <i>on</i>, not that it decides <i>that</i>.</summary>
    [GeneratedRegex(@"\b(?:besl[öo]ts?|beslutade|beslutades|beslutar\s(?:\p{L}+\s){0,3}att|beslutar:?\z)\b|beslutar:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Decided();

    /// <summary>Minutes that number their items with nothing but a number set them off.</summary>
    private static bool IsSetOff(Line line) =>
        (line.Gap || line.AfterBreak) && char.IsLetter(line.Text[^1]);

    private static List<SectionHead> WithSign(MinutesText minutes, CoverRange? cover)
    {
        var heads = new List<SectionHead>();
        foreach (var line in minutes.Lines)
        {
            if (line.Text.Length > 300 || !line.Text.AsSpan(0, Math.Min(MarkReach, line.Text.Length)).ContainsAnyInRange('0', '9')) continue;
            var match = SignHead().Match(line.Text);
            if (!match.Success) match = DamagedUnitHead().Match(line.Text);
            if (!match.Success) match = IfNext(heads, cover, DamagedHead().Match(line.Text));
            if (!match.Success && line.Gap) match = IfNamed(heads, cover, line, minutes);
            if (!match.Success && line.Gap && heads.Count > 0) match = IfNext(heads, cover, BareHead().Match(line.Text), isBare: true);
            if (match.Success && IsHead(match, line, minutes)) Add(heads, match, line);
        }

        return heads;
    }

    /// <summary>A damaged sign (<c>8 31</c>, <c>S 31</c>) counts only where the number is the next, or the first that the cover sheet names;
    /// a bare number only where the cover sheet knows it, or no list of an item counts so far.</summary>
    private static Match IfNext(List<SectionHead> heads, CoverRange? cover, Match match, bool isBare = false)
    {
        if (!match.Success) return match;
        var number = Value(match.Groups["number"].Value);
        var isNext = heads.Count > 0 ? number == Value(heads[^1].Number) + 1 : number == cover?.From;
        return isNext && (!isBare || (cover?.Holds(number) ?? number > LongestList)) ? match : Match.Empty;
    }

    /// <summary>A sign that may be the number's first digit counts here only where the cover sheet knows the number: <c>510 Lokaler</c> is an account.</summary>
    private static Match IfNamed(List<SectionHead> heads, CoverRange? cover, Line line, MinutesText minutes) =>
        cover is not null && GluedSigns.Match(line, minutes) is { Success: true } match && cover.Holds(Value(match.Groups["number"].Value)) ? IfNext(heads, cover, match) : Match.Empty;

    /// <summary>A number that breaks the order of its neighbours, which follow one another without it, stands in the text.</summary>
    private static List<SectionHead> InOrder(List<SectionHead> heads) => heads.Where((head, i) =>
        i == 0 || i + 1 == heads.Count || Value(heads[i + 1].Number) != Value(heads[i - 1].Number) + 1
        || Value(head.Number) == Value(heads[i - 1].Number) || Value(head.Number) == Value(heads[i + 1].Number)).ToList();

    public static bool IsHead(Match match, Line line, MinutesText minutes)
    {
        var rest = match.Groups["rest"].Value.Trim();
        if (Continued().IsMatch(rest) || ContentsLine().IsMatch(rest)) return false;
        if (rest.Length == 0) return line.Index + 1 < minutes.Lines.Count && !RunsOn(line, minutes);
        if (Lead().IsMatch(rest)) return true;
        if (rest[0] is '-' or '–' && rest.Length > 3 && rest[1] == ' ' && char.IsUpper(rest[2])) return true;
        if (rest[0] is ',' or ';' or ')' or '-' or '–' or '.' && rest.Length < 3) return false;
        return (!char.IsLower(rest[0]) || CaseNumber().IsMatch(rest)) && !Law().IsMatch(rest) && !RunsOn(line, minutes);
    }

    /// <summary>
    /// A number with one digit too many before the one that its neighbours ask for is that one: a sign read twice, or an underlined one whose stroke is read
    /// as a digit (<c>§ 388</c> between 87 and 89). Never where its neighbours are of another unit, or do not follow one another but for it; it is told.
    /// </summary>
    private static List<SectionHead> Straightened(List<SectionHead> heads)
    {
        for (var i = 1; i + 1 < heads.Count; i++)
        {
            var (before, head, behind) = (heads[i - 1], heads[i], heads[i + 1]);
            var number = (Value(before.Number) + 1).ToString(CultureInfo.InvariantCulture);
            var isOneLonger = head.Number.Length == number.Length + 1 && head.Number.EndsWith(number, StringComparison.Ordinal);
            if (isOneLonger && Value(behind.Number) == Value(before.Number) + 2 && before.Unit == head.Unit && head.Unit == behind.Unit)
                heads[i] = head with { Number = number, Certainty = LostSign };
        }

        return heads;
    }

    /// <summary>Whether the sentence of the line before runs into this one: then the § was only carried to the next line.</summary>
    public static bool RunsOn(Line line, MinutesText minutes)
    {
        if (line.Gap || line.Index == 0) return false;
        var before = minutes.Lines[line.Index - 1];
        return before.Heading is null && !before.EndsSentence && RunningEnd().IsMatch(before.Text) && !IsPageHead(before.Text);
    }

    /// <summary>A line of a page's head that ends with the meeting's date: nothing runs on from it.</summary>
    private static bool IsPageHead(string line) =>
        EndDate().Match(line) is { Success: true } date && (line[..date.Index].TrimEnd() is var label && (label.Length == 0 || BoardNames.IsName(label) || label.EndsWith("datum", StringComparison.OrdinalIgnoreCase)));

    private static void Add(List<SectionHead> heads, Match match, Line line) => heads.Add(HeadOf(match, line));

    public static SectionHead HeadOf(Match match, Line line)
    {
        var number = match.Groups["number"];
        var end = match.Groups["year"] is { Success: true } year ? year.Index + year.Length : number.Index + number.Length;
        var printed = Spaced(number.Value);
        return new SectionHead(printed, line, match.Groups["mark"].Index, end, match.Groups["unit"].Value, CertaintyOf(match));
    }

    private static double CertaintyOf(Match match) =>
        match.Groups["mark"].ValueSpan.StartsWith("§") || match.Groups["unit"].Length > 0 || match.Groups["style"].Success ? 1
        : match.Groups["mark"].Length > 0 ? LostSign : NoSign;

    /// <summary>A list of contents names every section once before it comes: a head whose number comes again, with no text of its own, is
    /// of the list.</summary>
    private static List<SectionHead> WithoutContents(List<SectionHead> heads, MinutesText minutes)
    {
        var last = heads.Select((head, i) => (head, i)).GroupBy(pair => pair.head.Number)
            .ToDictionary(group => group.Key, group => group.Max(pair => pair.i));
        return heads.Where((head, i) => last[head.Number] == i || LinesUntilNext(heads, i, minutes) > 3).ToList();
    }

    private static int LinesUntilNext(List<SectionHead> heads, int i, MinutesText minutes) =>
        (i + 1 < heads.Count ? heads[i + 1].Line.Index : minutes.Lines.Count) - heads[i].Line.Index;

    private static string Spaced(string number)
    {
        var digits = number.TakeWhile(char.IsAsciiDigit).Count();
        var letter = number[digits..].Trim();
        return letter.Length == 0 ? number[..digits] : number[..digits] + " " + letter;
    }

    public static int Value(string number) =>
        int.Parse(number.AsSpan(0, number.TakeWhile(char.IsAsciiDigit).Count()), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A[#* ]{0,4}(?:(?<unit>\p{L}[\p{L}/-]{1,29}(?:\s(?:AU|Au|au))?)\s)?(?<mark>[§$]|Paragraf\s)\s?(?<number>\d{1,4}(?:\s?[a-z](?!\p{L}))?)(?!\d|\s?[-–,:]\s?\d|\s?-{2}" +
        @"|\soch\s\d)(?:/(?<year>(?:19|20)?\d\d)(?!\d))?[.:*]{0,3}(?<rest>.*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex SignHead();

    /// <summary>The same behind a unit, which makes it sure: <c>ON 8 52 Title</c>.</summary>
    [GeneratedRegex(
        @"\A(?<unit>\p{Lu}{2,5})\s(?<mark>[8S&]\s)(?<number>\d{1,4})(?!\d|\s?[-–,:/]\s?\d)(?<year>)(?<rest>(?:\s+\p{Lu}.*)?)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex DamagedUnitHead();

    /// <summary>What may follow a number in small letters: <c>dnr 234/73</c>, damaged or not.</summary>
    [GeneratedRegex(
        @"\A(?:(?:\p{Ll}nr|dn\p{Ll}|diarienr|diarienummer|ärendenr)\b\.?:?\s{0,3}(?:\p{Lu}|\d)|d\p{Ll}r\b\.?:?\s{0,3}(?:\p{Lu}{1,5}[ /-]?)?\d{1,6}[/-]\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"\A(?<mark>[85S&B]\s|[&S])(?<number>\d{1,4})(?!\d)(?<year>)(?<rest>(?:\s\p{Lu}.*)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DamagedHead();

    /// <summary>The sign behind the number, as federations and some boards print it: <c>38 § Title</c>. A law's § goes on in small letters.</summary>
    [GeneratedRegex(@"\A(?<mark>)(?<unit>)(?<number>\d{1,4}(?:\s?[a-z])?)(?<year>\s?§)(?<style>)(?:\s+(?<rest>\p{Lu}(?!.*\.\z).*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignAfterHead();

    /// <summary>A document in which every sign was read so.</summary>
    [GeneratedRegex(@"\A(?<mark>[85S&]\s)(?<unit>)(?<number>\d{1,4})(?!\d)(?<year>)(?<rest>\s+\p{Lu}\p{L}.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LostSignHead();

    /// <summary>A number that lost its sign altogether: <c>31 Title</c>. A full stop would make it an item of a list.</summary>
    [GeneratedRegex(@"\A(?<mark>[85S&]\s)?(?<unit>)(?<number>\d{1,4})(?!\d)(?<year>)\s{1,12}(?<rest>\p{Lu}\p{L}[^.]{1,150})\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareHead();

    [GeneratedRegex(
        @"\A(?<mark>)(?<unit>KS|KF|Ks|Kf|AU|KSAU|BN|SN|UN|ON|KN|MN|TN|BUN|MBN|SBN|KFN|VON|RS|RF|LS|LF)\s(?<number>\d{1,3}(?:\s[a-z](?!\p{L}))?)(?![\d:-])(?:/(?<year>(?:19|20)?\d\d)(?!\d))?(?:\s+(?<rest>\p{Lu}.*))?\z",
        RegexOptions.CultureInvariant)]
    public static partial Regex UnitHead();

    [GeneratedRegex(@"\A(?<mark>)(?<unit>)(?<number>\d{1,3})(?<style>[.)]?)(?:\s{1,12}(?<rest>\p{Lu}.*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex AgendaHead();

    [GeneratedRegex(@"(?:\A|\s{2}|\bKOMMUN )(?:KALLELSE|Kallelse|FÖREDRAGNINGSLISTA|Föredragningslista|Dagordning|DAGORDNING|Ärendelista|ÄRENDELISTA)(?:\z|/|\s(?:till|för|och|\d))", RegexOptions.CultureInvariant)]
    private static partial Regex AgendaWord();

    [GeneratedRegex(@"\A[-–(]?\s?(?:forts?|fortsättning)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Continued();

    /// <summary>Dots, and the page that they lead to.</summary>
    [GeneratedRegex(@"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s?\d{1,4}\s*\z", RegexOptions.CultureInvariant)]
    public static partial Regex ContentsLine();

    [GeneratedRegex(
        @"\A(?:(?:MBL|SoL|LSS|LVU|LVM|LOU|PBL|KL|FL|OSL|TF|RF|MB|LAS|AML|HSL)\b|\p{L}+lagen\b|\p{L}+balken\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    /// <summary>A case number right behind the number: no reference goes on so.</summary>
    [GeneratedRegex(@"\A(?:Dnr|DNR|Diarienummer|Diarienr)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:\d{4}-\d\d-\d\d|\d{1,2}\s\p{L}{3,9}\s\d{4})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndDate();

    /// <summary>Line ends after which a § continues the sentence.</summary>
    [GeneratedRegex(
        @"(?:[,(/-]|\b(?:enligt|i|och|av|med|under|se|till|från|den|om|samt|på|per|beslut|beslutade|beslöt|protokoll|protokollet|paragraf|eller|genom|vid|\d{4}|\d{4}-\d\d-\d\d))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex RunningEnd();
}
