using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>What one text holds of values, each list in the text's order.</summary>
internal sealed record ScannedValues(
    IReadOnlyList<ValueSpan<string?>> LawReferences,
    IReadOnlyList<ValueSpan<Dnr>> CaseNumbers,
    IReadOnlyList<ValueSpan<CalendarDate>> Dates,
    IReadOnlyList<ValueSpan<Amount>> Amounts);
