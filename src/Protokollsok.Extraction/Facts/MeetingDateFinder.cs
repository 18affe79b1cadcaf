using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the day of the meeting and the day of the letter, both among the dates already found, by what stands before
/// them.</summary>
internal static partial class MeetingDateFinder
{
    /// <summary>A label reaches over the rest of its row and the next.</summary>
    private const int Reach = 130;
    private const int PhraseReach = 50;
    private const int MaxPages = 3;
    private const int MaxPageText = 6_000;

    public static Found<CalendarDate>? FindMeeting(MinutesText minutes, DocumentType type, IReadOnlyList<HeadSegment> head,
        IReadOnlyList<Found<CalendarDate>> dates)
    {
        if (After(minutes, MeetingLabel(), dates) is { } labelled) return labelled;
        if (type is not (DocumentType.Protokoll or DocumentType.Protokollsutdrag or DocumentType.Kallelse)) return null;
        return After(minutes, PlaceAndTime(), dates) ?? (type is DocumentType.Kallelse ? null : InHead(head, dates, Minutes()))
            ?? After(minutes, MeetingPhrase(), dates, PhraseReach) ?? After(minutes, HeldAt(), dates);
    }

    public static Found<CalendarDate>? FindDocument(MinutesText minutes, DocumentType type, IReadOnlyList<HeadSegment> head,
        IReadOnlyList<Found<CalendarDate>> dates, Found<CalendarDate>? meeting)
    {
        var labelled = After(minutes, DateLabel(), dates);
        var found = labelled ?? (type is DocumentType.Protokoll or DocumentType.Protokollsutdrag ? null : InHead(head, dates))
            ?? (type is DocumentType.Ovrigt or DocumentType.Bilaga ? AtSigning(minutes, dates) : null);
        return found == meeting ? null : found;
    }

    private static Found<CalendarDate>? After(MinutesText minutes, Regex label, IReadOnlyList<Found<CalendarDate>> dates, int reach = Reach)
    {
        foreach (var page in minutes.Pages.Take(MaxPages))
            foreach (Match match in label.Matches(page.Text.Length > MaxPageText ? page.Text[..MaxPageText] : page.Text))
            {
                var end = match.Index + match.Length;
                var date = dates.FirstOrDefault(date => date.Place.Page == page.Number && date.Place.Start >= end
                    && date.Place.Start <= end + reach && HasDay(date.Value));
                if (date is not null) return AsDay(date);
            }

        return null;
    }

    /// <summary>A date that fills a column of the first page's head.</summary>
    private static Found<CalendarDate>? InHead(IReadOnlyList<HeadSegment> head, IReadOnlyList<Found<CalendarDate>> dates, Regex? named = null)
    {
        foreach (var segment in head.Where(segment => segment.Page == head[0].Page))
            if (dates.FirstOrDefault(date => date.Place.Page == segment.Page && date.Place.Start >= segment.Start
                && date.Place.End <= segment.Place.End
                && (date.Place.Length * 2 > segment.Text.Length || IsBeside(Unit(), segment, date.Place) || (named is not null && IsBeside(named, segment, date.Place))) && HasDay(date.Value)) is { } found) return AsDay(found);
        return null;
    }

    /// <summary>A head whose columns stand one blank apart: the date follows the unit's name (<c>Byggenheten 2023-10-05</c>), or the document's.</summary>
    private static bool IsBeside(Regex name, HeadSegment segment, Place date) => name.IsMatch(segment.Text.AsSpan(0, date.Start - segment.Start));
    /// <summary>An agreement or a report is dated where it is signed: <c>Norrviken den 12 juni 2018</c> on a line of its own.</summary>
    private static Found<CalendarDate>? AtSigning(MinutesText minutes, IReadOnlyList<Found<CalendarDate>> dates)
    {
        for (var i = dates.Count - 1; i >= 0; i--)
        {
            var text = minutes.PageText(dates[i].Place.Page);
            var start = text.LastIndexOf('\n', Math.Max(0, dates[i].Place.Start - 1)) + 1;
            var end = text.IndexOf('\n', dates[i].Place.End);
            var rest = text.AsSpan(dates[i].Place.End, (end < 0 ? text.Length : end) - dates[i].Place.End).Trim(" .");
            if (dates[i].Place.Start >= start && rest.Length == 0 && HasDay(dates[i].Value)
                && Town().IsMatch(text.AsSpan(start, Math.Min(80, dates[i].Place.Start - start)))) return AsDay(dates[i]);
        }

        return null;
    }

    private static bool HasDay(CalendarDate date) => date.ToString().Length is 10 or 21;

    /// <summary>A meeting over two days has its first.</summary>
    private static Found<CalendarDate> AsDay(Found<CalendarDate> date) =>
        date.Value.IsRange ? date with { Value = CalendarDate.Day(date.Value.FirstDay) } : date;

    [GeneratedRegex(
        @"[Ss]ammantr.des(?:datum|dag|tid)\b|SAMMANTR.DESDATUM|[Mm]ötesdatum|MÖTESDATUM|[Dd]atum för sammanträde",
        RegexOptions.CultureInvariant)]
    private static partial Regex MeetingLabel();

    [GeneratedRegex(
        @"\b(?:[Ss]ammanträde(?:t)?\b|SAMMANTRÄDE\b|[Kk]allas|(?<!(?:[Nn]ästa|[Nn]ästkommande|[Ff]öregående|[Kk]ommande|[Ss]enaste)\s)[Mm]öte\b|[Pp]rotokoll\b|PROTOKOLL\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex MeetingPhrase();

    /// <summary>Minutes whose head is a sentence: <c>Protokoll fört vid ordinarie stämma med …, den 24 april</c>.</summary>
    [GeneratedRegex(@"\A\s*(?:[Pp]rotokoll|PROTOKOLL),?\s(?:fört|hållet|upprättat|från|vid)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HeldAt();

    [GeneratedRegex(@"\b(?:[Pp]lats och tid|[Tt]id och plats|PLATS OCH TID|TID OCH PLATS|[Tt]id:|(?<=\n|\A)(?:Tid|TID)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndTime();

    [GeneratedRegex(@"(?<!\p{L})(?:Datum(?!\s(?:för\s(?:anslag|uppsätt|nedtag|juster)|då\b|när\b))|DATUM(?!\s(?:FÖR|DÅ))|Daterad|Dat\.|Upprättad|Upprättat)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateLabel();

    [GeneratedRegex(
        @"\A\s*\p{Lu}[\w-]*(?:\s[\w,-]+){0,6}?(?<=n.mnden|styrelsen|fullm.ktige|utskottet|beredningen|f.rvaltningen|direktionen|kammaren|kommitt.n|f.rbundet|kontoret|avdelningen|enheten|staben|\bstab|kansliet)\s+\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    /// <summary>What minutes call themselves, alone or behind their board: <c>Sammanträdesprotokoll 2021-02-03</c>. Not a protocol that another text names.</summary>
    [GeneratedRegex(
        @"\A\s*(?:\p{Lu}[\w-]*(?:\s[\w,-]+){0,5}?(?:n.mnden|styrelsen|fullm.ktige|utskottet|beredningen|direktionen|kommitt.n|r.det)\s+)?(?:sammantr.des|sammantr.de,\s|m.tes)?protokoll(?:sutdrag)?(?:\s(?:nr|nummer)\.?\s?\d{1,3}(?:/(?:\d\d)?\d\d)?)?[,:]?\s+(?:den\s)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\A\s*\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s(?:den\s)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Town();
}
