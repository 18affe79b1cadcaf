using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Intake;

namespace Protokollsok.Corrections;

/// <summary>Puts what people know over what the rules say, and tells both: a finding for each correction, and one more where a new rule disagrees.</summary>
internal static class Corrector
{
    /// <summary>Over a record that the rules have just made.</summary>
    public static DocumentRecord OverRules(DocumentRecord record, IReadOnlyList<StandingCorrection> corrections, Func<string, Dnr?> dnrOf)
    {
        List<Finding> findings = [];
        var corrected = record;
        foreach (var correction in corrections.Where(correction => correction.Field != CorrectionField.Repair))
        {
            var (rule, place) = (Shown(record, correction.Field), PlaceOf(record, correction.Field));
            corrected = Put(corrected, correction, dnrOf);
            if (!IsConfirmation(correction)) findings.Add(FindingOf(correction, place));
            // The rule that was wrong then and is so still is no news.
            if (rule is not null && rule != correction.Was && rule != Shown(corrected, correction.Field)) findings.Add(DisagreementOf(correction, rule, place));
        }

        return corrected with { Findings = [.. WithoutDoubts(record), .. Doubts(record, corrected, corrections), .. findings, .. OfWords(corrections)] };
    }

    /// <summary>Over a record that may have some of them already; what the rules said of those was told then.</summary>
    public static DocumentRecord Over(DocumentRecord record, IReadOnlyList<StandingCorrection> corrections, Func<string, Dnr?> dnrOf)
    {
        var before = record;
        var told = WithoutDoubts(record).Where(finding => finding.Code is not (Findings.Corrected or Findings.CorrectionDisagrees)).ToList();
        var disagreements = record.Findings.Where(finding => finding.Code == Findings.CorrectionDisagrees && !IsDisagreementOfNew(finding, corrections)).ToList();
        var values = corrections.Where(correction => correction.Field != CorrectionField.Repair).ToList();
        var places = values.ConvertAll(correction => PlaceOf(record, correction.Field));
        foreach (var correction in values) record = Put(record, correction, dnrOf);
        return record with { Findings = [.. told, .. Doubts(before, record, corrections), .. disagreements, .. values.Zip(places).Where(pair => !IsConfirmation(pair.First)).Select(pair => FindingOf(pair.First, pair.Second)), .. OfWords(corrections)] };
    }

    /// <summary>What a field says, as a text to compare; <see langword="null"/> if nothing, or if it has no one value.</summary>
    public static string? Shown(DocumentRecord record, string field) => field switch
    {
        CorrectionField.Board => record.Board?.Value,
        CorrectionField.Municipality => record.Municipality?.Value,
        CorrectionField.Title => record.Title,
        CorrectionField.Type => DocumentsJson.ToText(record.DocumentType).Trim('"'),
        CorrectionField.MeetingDate => record.MeetingDate?.Value.ToString(),
        CorrectionField.DocumentDate => record.DocumentDate?.Value.ToString(),
        CorrectionField.Dnr => string.Join(", ", record.CaseNumbers.Select(found => found.Value.Value).Distinct(StringComparer.Ordinal)),
        _ => null,
    };

    /// <summary>What the record takes a printed sum for, written as a correction of it is.</summary>
    public static string? ShownAmount(DocumentRecord record, string value) =>
        CorrectionField.AmountOf(value) is var (printed, _) && record.Amounts.FirstOrDefault(found => found.Printed == printed) is { } amount
            ? FormattableString.Invariant($"{printed}{CorrectionField.Becomes}{amount.Value.Value}")
            : null;

    /// <summary>What the record has for the section that a correction names, written as a correction of it is.</summary>
    public static string? ShownSection(DocumentRecord record, string value) =>
        SectionCorrection.Parse(value) is { } correction && correction.SectionOf(record) is { } section ? (correction with { Right = section.Number }).ToString() : null;

    /// <summary>What the rules doubt of the values is told anew when people have decided some.</summary>
    private static IEnumerable<Finding> WithoutDoubts(DocumentRecord record) =>
        record.Findings.Where(finding => finding.Code is not (LowConfidenceFinder.Code or SectionOrder.Code));

    /// <summary>Of a section that a person has looked at nothing is doubtful, also where it stands against its neighbours.</summary>
    private static IEnumerable<Finding> Doubts(DocumentRecord before, DocumentRecord corrected, IReadOnlyList<StandingCorrection> corrections)
    {
        var decided = corrections.Where(correction => correction.Field == CorrectionField.Section)
            .Select(correction => SectionCorrection.Parse(correction.Value)?.SectionOf(before)).OfType<Section>().Select(SectionOrder.PlaceOf).ToHashSet();
        return SectionOrder.Findings(corrected).Where(finding => !finding.Where.Any(decided.Contains)).Concat(LowConfidenceFinder.Find(corrected));
    }

    private static DocumentRecord Put(DocumentRecord record, StandingCorrection correction, Func<string, Dnr?> dnrOf)
    {
        var value = correction.Value;
        return correction.Field switch
        {
            CorrectionField.Board => record with { Board = FoundAs(value, record.Board) },
            CorrectionField.Municipality => record with { Municipality = FoundAs(value, record.Municipality) },
            CorrectionField.Title => record with { Title = value },
            CorrectionField.Type when CorrectionField.TypeOf(value) is { } type => record with { DocumentType = type },
            CorrectionField.MeetingDate when CalendarDate.TryParse(value, out var date) => record with { MeetingDate = FoundAs(date, record.MeetingDate) },
            CorrectionField.DocumentDate when CalendarDate.TryParse(value, out var date) => record with { DocumentDate = FoundAs(date, record.DocumentDate) },
            CorrectionField.Dnr => PutDnr(record, value, dnrOf),
            CorrectionField.Section when SectionCorrection.Parse(value) is { } section => section.Put(record),
            CorrectionField.Amount when CorrectionField.AmountOf(value) is var (printed, kronor) => PutAmount(record, printed, kronor),
            _ => record,
        };
    }

    /// <summary>Where the rules found theirs, the scan can still be looked at; else the value stands nowhere.</summary>
    private static Found<T> FoundAs<T>(T value, Found<T>? before) =>
        before is not null && EqualityComparer<T>.Default.Equals(before.Value, value) ? before with { Confidence = 1 } : new Found<T>(value, before?.Printed ?? "", before?.Place ?? new Place(1, 0, 0));

    private static DocumentRecord PutDnr(DocumentRecord record, string value, Func<string, Dnr?> dnrOf)
    {
        var at = value.IndexOf(CorrectionField.Becomes, StringComparison.Ordinal);
        var (wrong, right) = (value[..at], dnrOf(value[(at + 1)..]));
        var wrongKey = record.CaseNumbers.FirstOrDefault(found => found.Value.Value == wrong)?.Value.Key ?? dnrOf(wrong)?.Key;
        if (wrongKey is null)
        {
            return right is null || record.CaseNumbers.Any(found => found.Value.Key == right.Key)
                ? record
                : record with { CaseNumbers = [new Found<Dnr>(right, "", new Place(1, 0, 0)), .. record.CaseNumbers] };
        }

        return record with
        {
            CaseNumbers = [.. record.CaseNumbers.Select(found => found.Value.Key != wrongKey ? found : right is null ? null : found with { Value = right, Confidence = 1 }).OfType<Found<Dnr>>()],
            Sections = [.. record.Sections.Select(section => section with
            {
                CaseNumbers = [.. section.CaseNumbers.Select(key => key == wrongKey ? right?.Key : key).OfType<string>().Distinct(StringComparer.Ordinal)],
            })],
        };
    }

    /// <summary>Wherever it is printed so. A person who says that the sum is what the rules took it for leaves what else they know of it.</summary>
    private static DocumentRecord PutAmount(DocumentRecord record, string printed, decimal? kronor) => record with
    {
        Amounts = [.. record.Amounts
            .Where(found => found.Printed != printed || kronor is not null)
            .Select(found => found.Printed != printed ? found : found with { Value = found.Value.Value == kronor ? found.Value : found.Value with { Value = kronor!.Value, Max = null }, Confidence = 1 })],
    };

    private static Place? PlaceOf(DocumentRecord record, string field)
    {
        var place = field switch
        {
            CorrectionField.Board => record.Board?.Place,
            CorrectionField.Municipality => record.Municipality?.Place,
            CorrectionField.MeetingDate => record.MeetingDate?.Place,
            CorrectionField.DocumentDate => record.DocumentDate?.Place,
            _ => null,
        };
        return place is { Length: > 0 } ? place : null;
    }

    /// <summary>A person who has looked and says the same leaves nothing to look at.</summary>
    private static bool IsConfirmation(StandingCorrection correction) =>
        correction.Value == correction.Was || (correction.Field == CorrectionField.Dnr && correction.Value.Split(CorrectionField.Becomes) is [var wrong, var right] && wrong == right);

    /// <summary>Not by whom: the record is public, and the ledger knows.</summary>
    private static Finding FindingOf(StandingCorrection correction, Place? place) => new(
        Findings.Corrected,
        FormattableString.Invariant($"{correction.Field} was corrected by a person on {correction.At:yyyy-MM-dd} to \"{correction.Value}\"; the rules said {Quoted(correction.Was)}."),
        place is null ? [] : [place]);

    /// <summary>One for all words: each stands among its page's corrections, and a reviewed page may have a hundred.</summary>
    private static IEnumerable<Finding> OfWords(IReadOnlyList<StandingCorrection> corrections)
    {
        var words = corrections.Where(correction => correction.Field == CorrectionField.Repair).ToList();
        if (words.Count > 0)
            yield return new Finding(Findings.Corrected, FormattableString.Invariant($"{words.Count} {(words.Count == 1 ? "word or repair was" : "words or repairs were")} corrected by a person, latest on {words[^1].At:yyyy-MM-dd}."), []);
    }

    private static Finding DisagreementOf(StandingCorrection correction, string rule, Place? place) => new(
        Findings.CorrectionDisagrees,
        $"{correction.Field} was corrected by a person to \"{correction.Value}\", and the rules now say {Quoted(rule)}: compare with the scan.",
        place is null ? [] : [place]);

    private static bool IsDisagreementOfNew(Finding finding, IReadOnlyList<StandingCorrection> corrections) =>
        finding.Code == Findings.CorrectionDisagrees
        && corrections.Any(correction => !correction.IsApplied && finding.Message.StartsWith(correction.Field + " ", StringComparison.Ordinal));

    private static string Quoted(string? value) => string.IsNullOrEmpty(value) ? "nothing" : $"\"{value}\"";
}
