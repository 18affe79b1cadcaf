namespace Protokollsok.Documents;

/// <summary>Something for a person to look at; never a correction.</summary>
/// <param name="Code">Stable, for programs: <c>date-conflict</c>.</param>
/// <param name="Message">English: what contradicts what.</param>
/// <param name="Where">The places concerned.</param>
public sealed record Finding(string Code, string Message, IReadOnlyList<Place> Where);
