namespace Protokollsok.Bulk;

/// <summary>One thing that would be otherwise.</summary>
/// <param name="Field">As the record names it.</param>
/// <param name="Kind"><c>lost</c>, <c>gained</c> or <c>changed</c>.</param>
/// <param name="Before">As it is; <see langword="null"/> if it is not there.</param>
/// <param name="After">As it would be.</param>
/// <param name="Page">1-based; <see langword="null"/> if it stands nowhere.</param>
internal sealed record FieldDifference(string Field, string Kind, string? Before, string? After, int? Page);
