using System.Globalization;
using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Corrections;

/// <summary>What can be corrected, and how each value is written. The names are the record's own.</summary>
internal static class CorrectionField
{
    public const string Board = "board", Municipality = "municipality", Title = "title", Type = "type";

    public const string MeetingDate = "meetingDate", DocumentDate = "documentDate", Dnr = "dnr";

    /// <summary>A sum: as printed, and what it is in kronor, <c>21 000 kr=2100</c>; without a right side it is no sum.</summary>
    public const string Amount = "amount";

    /// <summary>A section's number, as <see cref="SectionCorrection"/> writes it: <c>838=38</c>; without a right side it is no section.</summary>
    public const string Section = "section";

    /// <summary>
    /// What repair did with the words, or left undone. One word at its place: <c>PAGE/START=WORD</c>, the <c>start</c> as the record's page tells it
    /// now (of one of its <c>corrections</c>, or of any word): write the suggested <c>now</c> to accept it, the <c>was</c> to reject it, or the word that
    /// is right. A word that repair made wherever it stands is rejected by the word alone, or on one page by <c>PAGE:WORD</c>.
    /// </summary>
    public const string Repair = "repair";

    /// <summary>Between a wrong case number and the right one; without a left side one is added, without a right side one is removed.</summary>
    public const char Becomes = '=';

    /// <summary>Of any field, in UTF-16 units.</summary>
    public const int LongestValue = 500;

    private static readonly char[] s_marks = ['.', ',', '\''];

    public static readonly IReadOnlyList<string> All = [Board, Municipality, Title, Type, MeetingDate, DocumentDate, Dnr, Amount, Section, Repair];

    /// <summary>Whether the rules have to see the text again before it shows.</summary>
    public static bool NeedsRules(string field) => field == Repair;

    /// <summary>Whether a new correction takes the place of the one before; else both stand, one after the other.</summary>
    public static bool IsSingle(string field) => field is not (Dnr or Amount or Section or Repair);

    /// <summary>Whether a new value of a field takes the place of an older one: of a single field always, of words the one at the same place, of sums the one of the same printed form, of sections the one of the same number.</summary>
    public static bool Replaces(string field, string value, string older) =>
        IsSingle(field) || (field == Amount && AmountOf(value)?.Printed == AmountOf(older)?.Printed)
        || (field == Section && SectionCorrection.Parse(value) is { } section && SectionCorrection.Parse(older) is { } before && (section with { Right = "" }) == (before with { Right = "" }))
        || (field == Repair && PlacedWord.Parse(value) is { } now && PlacedWord.Parse(older) is { } then && now.IsPlaceOf(then));

    /// <summary>The field's name as it is kept, whatever its case; <c>date</c> is the meeting's where the document has one, else its own.</summary>
    /// <returns><see langword="null"/> if there is none of that name.</returns>
    public static string? NameOf(string text, DocumentRecord? record) =>
        text.Equals("date", StringComparison.OrdinalIgnoreCase)
            ? record is { MeetingDate: null, DocumentDate: not null } || record is { MeetingDate: null, DocumentType: DocumentType.Tjansteskrivelse or DocumentType.Bilaga } ? DocumentDate : MeetingDate
            : All.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value as it is kept.</summary>
    /// <param name="dnrOf">Understands a case number.</param>
    /// <exception cref="WrongUseException">It is none for this field.</exception>
    public static string Checked(string field, string value, DocumentRecord? record, Func<string, Dnr?> dnrOf)
    {
        value = Nfc.Of(value.Trim());
        if (value.Length is 0 or > LongestValue) throw new WrongUseException($"{field}: a value of 1 to {LongestValue} characters was expected.");
        return field switch
        {
            Type => TypeOf(value) is { } type ? DocumentsJson.ToText(type).Trim('"') : throw new WrongUseException($"'{value}' is no document type: protokoll, protokollsutdrag, tjansteskrivelse, kallelse, bilaga or ovrigt was expected."),
            MeetingDate or DocumentDate => CalendarDate.TryParse(value, out var date) ? date.ToString() : throw new WrongUseException($"'{value}' is no date: yyyy-mm-dd, yyyy-mm or a range of them was expected."),
            Dnr => CheckedDnr(value, record, dnrOf),
            Amount when MayBeThousands(value) => throw new WrongUseException($"'{value}' can be understood in two ways: write kronor without marks between the thousands, 125000 or 125000,50."),
            Amount => AmountOf(value) is var (printed, _) && record?.Amounts.Any(found => found.Printed == printed) != false ? value : throw new WrongUseException($"'{value}' is none: write PRINTED=KRONOR, the sum as the document prints it and what it is in kronor."),
            Section => SectionCorrection.Checked(value, record),
            Repair => CheckedRepair(value, record),
            _ => value,
        };
    }

    public static DocumentType? TypeOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DocumentType>($"\"{text.ToLowerInvariant()}\"", DocumentsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The sum as printed, and in kronor; <see langword="null"/> kronor: it is none.</summary>
    /// <returns><see langword="null"/> if the text is not of that form.</returns>
    public static (string Printed, decimal? Kronor)? AmountOf(string value)
    {
        var at = value.IndexOf(Becomes, StringComparison.Ordinal);
        if (at <= 0) return null;
        var kronor = string.Concat(value[(at + 1)..].Where(letter => !char.IsWhiteSpace(letter))).Replace(',', '.');
        return kronor.Length == 0 ? (value[..at], null)
            : decimal.TryParse(kronor, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sum) ? (value[..at], sum) : null;
    }

    /// <summary>Whether the kronor have a mark that many write between thousands: before exactly three digits, or more than once.</summary>
    private static bool MayBeThousands(string value)
    {
        var kronor = string.Concat(value[(value.IndexOf(Becomes, StringComparison.Ordinal) + 1)..].Where(letter => !char.IsWhiteSpace(letter)));
        var last = kronor.LastIndexOfAny(s_marks);
        return last >= 0 && (kronor.Length - last - 1 == 3 || kronor.IndexOfAny(s_marks) != last);
    }

    /// <summary>A number alone stands for the only one that the document has.</summary>
    private static string CheckedDnr(string value, DocumentRecord? record, Func<string, Dnr?> dnrOf)
    {
        var (wrong, right) = value.IndexOf(Becomes, StringComparison.Ordinal) is >= 0 and var at
            ? (value[..at].Trim(), value[(at + 1)..].Trim())
            : (OnlyDnr(record), value);
        foreach (var text in new[] { wrong, right }.Where(text => text.Length > 0))
            if (dnrOf(text) is null && record?.CaseNumbers.Any(found => found.Value.Value == text) != true) throw new WrongUseException($"'{text}' is no case number.");
        if (wrong.Length > 0 && record is not null && !record.CaseNumbers.Any(found => found.Value.Value == wrong || found.Value.Key == dnrOf(wrong)?.Key))
            throw new WrongUseException($"'{wrong}' is no case number of this document, which has {(record.CaseNumbers.Count == 0 ? "none" : string.Join(", ", record.CaseNumbers.Select(found => found.Value.Value).Distinct()))}.");
        return wrong.Length + right.Length > 0 ? $"{wrong}{Becomes}{right}" : throw new WrongUseException("Write the case number, or WRONG=RIGHT.");
    }

    private static string OnlyDnr(DocumentRecord? record) =>
        record?.CaseNumbers.DistinctBy(found => found.Value.Key).ToList() switch
        {
            [var only] => only.Value.Value,
            { Count: > 1 } several => throw new WrongUseException($"The document has {several.Count} case numbers; write which one is wrong, WRONG=RIGHT: {string.Join(", ", several.Take(5).Select(found => found.Value.Value))}"),
            _ => "",
        };

    private static string CheckedRepair(string value, DocumentRecord? record)
    {
        if (PlacedWord.At(value, record) is var (place, _)) return place.ToString();
        var (page, word) = RejectedRepairs.Parse(value);
        return record is null || record.Pages.Any(each => (page is null || each.Number == page) && each.Corrections.Any(change => change.Applied && change.Now == word))
            ? value
            : throw new WrongUseException($"No repair has made '{word}'{(page is null ? "" : $" on page {page}")}; write the word as it stands in the text now.");
    }
}
