namespace Protokollsok.Bulk;

/// <summary>How one field would change over all documents.</summary>
/// <param name="Field">As the record names it.</param>
/// <param name="Samples">A few, with the document each is of.</param>
internal sealed record FieldTally(string Field, long Lost, long Gained, long Changed, IReadOnlyList<DifferenceSample> Samples);

/// <summary>One difference and where it is.</summary>
internal sealed record DifferenceSample(Documents.DocumentId Id, string FileName, FieldDifference Difference);
