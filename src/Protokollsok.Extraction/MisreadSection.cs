using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>A section whose printed number does not fit the order of its neighbours.</summary>
/// <param name="Section">As the record has it: its number is <paramref name="Proposed"/> already where the printed one hides a lost sign.</param>
/// <param name="Printed">Digits as read: <c>838</c>.</param>
/// <param name="Proposed">The number that must stand there: <c>38</c>.</param>
public sealed record MisreadSection(Section Section, string Printed, string Proposed);
