namespace Protokollsok.Search.Queries;

/// <summary>One piece of a typed query.</summary>
/// <param name="Position">Where it begins, its minus and field included: 0-based, UTF-16 units.</param>
/// <param name="Text">Without minus, field and quotes.</param>
/// <param name="Field">In lower case; null for none.</param>
internal sealed record QueryLexeme(int Position, string Text, string? Field = null, bool Negated = false, bool Quoted = false)
{
    public bool IsPlain => Field is null && !Negated && !Quoted;

    public bool IsOr => IsPlain && Text == "OR";

    public bool IsAnd => IsPlain && Text == "AND";
}
