namespace Protokollsok.Language.Words;

/// <summary>One searchable piece of a text.</summary>
/// <param name="Start">0-based, UTF-16 units of the text.</param>
/// <param name="Length">In UTF-16 units of the text; longer than the value where a line break or soft hyphen was left out.</param>
/// <param name="Value">Lower case: <c>omsorgsnämnden</c>, <c>875000</c>, <c>2,1</c>, <c>2017-03-10</c>, <c>§</c>.</param>
public readonly record struct Token(int Start, int Length, string Value, TokenKind Kind);
