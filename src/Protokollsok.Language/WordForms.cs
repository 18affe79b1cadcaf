namespace Protokollsok.Language;

/// <summary>One word under every form that index and query know it by. All lower case, NFC.</summary>
/// <param name="Exact">As it stands: <c>föräldrastödet</c>.</param>
/// <param name="Normal">Without inflection: <c>föräldrastöd</c>.</param>
/// <param name="Parts">Normal forms of the compound's parts, without linking letters: <c>förälder</c>, <c>stöd</c>; empty for a simple word.</param>
/// <param name="Folded">The normal form with å ä ö and accents folded away: <c>foraldrastod</c>.</param>
public sealed record WordForms(string Exact, string Normal, IReadOnlyList<string> Parts, string Folded);
