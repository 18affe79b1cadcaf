namespace Protokollsok.Documents;

/// <summary>A numbered section (§) of minutes.</summary>
/// <param name="Number">Without the year, with its letter: <c>87</c>, <c>88 a</c>.</param>
/// <param name="Heading">Joined over its lines; <see langword="null"/> if it has none.</param>
/// <param name="CaseNumbers">Keys of the case numbers in its head.</param>
/// <param name="Page">1-based page of the head.</param>
/// <param name="Start">Of the mark and number, UTF-16 units in the page's text.</param>
/// <param name="Length">Of the mark and number.</param>
public sealed record Section(string Number, string? Heading, IReadOnlyList<string> CaseNumbers, int Page, int Start, int Length)
{
    /// <summary>How sure it is, 0–1; 1 in a record that was kept before there was one.</summary>
    public double Confidence { get; init; } = 1;
}
