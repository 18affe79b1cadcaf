using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Pages.Review;

/// <summary>What in a record a person should look at: words that repair was not sure of, values that were read or understood with doubt. Pure.</summary>
internal static class ReviewFinder
{
    /// <summary>Of these rules; a list made by others is made anew.</summary>
    public const int Rules = 2;

    /// <summary>A repair that was made is looked at below this; about one in thirty of these is wrong.</summary>
    public const double SureRepair = .98;

    /// <summary>What contradicts something else is looked at however well it could be read.</summary>
    private static readonly string[] Contradictions = ["date-conflict", "sum-mismatch", "amount-without-unit"];

    /// <param name="arrival">Of the document.</param>
    /// <param name="decided">What people have said already: that is no doubt any more, also before the record has it.</param>
    public static IReadOnlyList<ReviewItem> Find(DocumentRecord record, long arrival, IReadOnlyList<StandingCorrection> decided)
    {
        var type = DocumentTypeName.Of(record.DocumentType);
        Doubt DoubtOf(string kind, Place place)
        {
            var page = record.Pages.FirstOrDefault(page => page.Number == place.Page);
            return new Doubt(record.Id, arrival, type, kind, place.Page, place.Start - PlacedWord.Moved(page?.Corrections ?? [], place.Start));
        }

        return [.. Words(record, decided, DoubtOf).Concat(Values(record, decided, DoubtOf)).Concat(Sections(record, decided, DoubtOf)).OrderBy(item => item.Doubt.Page).ThenBy(item => item.Doubt.At).ThenBy(item => item.Doubt.Kind, StringComparer.Ordinal)];
    }

    private static IEnumerable<ReviewItem> Words(DocumentRecord record, IReadOnlyList<StandingCorrection> decided, Func<string, Place, Doubt> doubtOf)
    {
        var words = decided.Where(one => one.Field == CorrectionField.Repair).Select(one => PlacedWord.Parse(one.Value)).OfType<PlacedWord>().Select(word => (word.Page, word.Start)).ToHashSet();
        foreach (var page in record.Pages)
        {
            foreach (var change in page.Corrections.Where(IsUnsure))
            {
                var place = new Place(page.Number, change.Start, change.Length);
                if (doubtOf(DoubtList.Word, place) is var doubt && words.Contains((doubt.Page, doubt.At))) continue;
                yield return new ReviewItem(doubt, place, change.Was, change.Now, change.Now, change.Confidence, change.Applied, change.Second);
            }
        }
    }

    /// <summary>What a person has said is sure. A word with a sign that the kept form needs cannot be answered.</summary>
    private static bool IsUnsure(Correction change) =>
        (!change.Applied || change.Confidence < SureRepair) && change.Length > 0 && !change.Reason.EndsWith("by a person", StringComparison.Ordinal)
        && !(change.Was + change.Now).AsSpan().ContainsAny('=', '\n');

    private static IEnumerable<ReviewItem> Values(DocumentRecord record, IReadOnlyList<StandingCorrection> decided, Func<string, Place, Doubt> doubtOf)
    {
        var contradicted = record.Findings.Where(finding => Contradictions.Contains(finding.Code)).SelectMany(finding => finding.Where).ToList();
        bool IsDoubtful(double confidence, Place place) => UnsureValues.IsUnsure(confidence) || contradicted.Any(other => Overlap(other, place));
        bool IsDecided(string field) => decided.Any(one => one.Field == field);
        ReviewItem Item<T>(string field, Found<T> found, string value, string shown) => new(doubtOf(field, found.Place), found.Place, found.Printed, value, shown, found.Confidence, IsApplied: true);

        if (record.Board is { } board && IsDoubtful(board.Confidence, board.Place) && !IsDecided(CorrectionField.Board))
            yield return Item(CorrectionField.Board, board, board.Value, board.Value);
        foreach (var (field, found) in new[] { (CorrectionField.MeetingDate, record.MeetingDate), (CorrectionField.DocumentDate, record.DocumentDate) })
        {
            if (found is not null && IsDoubtful(found.Confidence, found.Place) && !IsDecided(field)) yield return Item(field, found, found.Value.ToString(), found.Value.ToString());
        }

        foreach (var number in UnsureValues.CaseNumbers(record).Where(number => !IsNamed(decided, CorrectionField.Dnr, number.Value.Value)))
            yield return Item(CorrectionField.Dnr, number, number.Value.Value, number.Value.Value);

        foreach (var amount in record.Amounts.Where(found => IsDoubtful(found.Confidence, found.Place)).DistinctBy(found => found.Printed))
        {
            if (amount.Printed.Length > 0 && !amount.Printed.Contains(CorrectionField.Becomes, StringComparison.Ordinal) && !IsNamed(decided, CorrectionField.Amount, amount.Printed))
                yield return Item(CorrectionField.Amount, amount, amount.Value.Value.ToString("0.##", CultureInfo.InvariantCulture), AmountText.Of(amount.Value));
        }
    }

    /// <summary>Sections that lost their sign, and numbers that do not fit their neighbours, with the one that would.</summary>
    private static IEnumerable<ReviewItem> Sections(DocumentRecord record, IReadOnlyList<StandingCorrection> decided, Func<string, Place, Doubt> doubtOf)
    {
        var answers = decided.Where(one => one.Field == CorrectionField.Section).Select(one => SectionCorrection.Parse(one.Value)).OfType<SectionCorrection>().Select(answer => answer.SectionOf(record)).ToHashSet();
        var misread = SectionOrder.Misread(record).ToDictionary(one => one.Section);
        foreach (var section in record.Sections.Where(section => !answers.Contains(section) && (misread.ContainsKey(section) || UnsureValues.IsUnsure(section.Confidence))))
        {
            var (place, proposed) = (SectionOrder.PlaceOf(section), misread.GetValueOrDefault(section)?.Proposed ?? section.Number);
            if (SectionOrder.PrintedNumber(record, section) is { Length: > 0 } printed)
                yield return new ReviewItem(doubtOf(CorrectionField.Section, place), place, printed, proposed, $"§ {proposed}", section.Confidence, IsApplied: proposed == section.Number);
        }
    }

    /// <summary>Whether <c>WRONG=RIGHT</c> was said of it.</summary>
    private static bool IsNamed(IReadOnlyList<StandingCorrection> decided, string field, string value) =>
        decided.Any(one => one.Field == field && one.Value.Split(CorrectionField.Becomes).Contains(value));

    private static bool Overlap(Place one, Place other) => one.Page == other.Page && one.Start < other.End && other.Start < one.End;
}
