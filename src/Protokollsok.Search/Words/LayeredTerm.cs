namespace Protokollsok.Search.Words;

/// <summary>
/// How a form of a word is written as a term of the index: the exact form plainly, every other layer with its mark in
/// front. All layers of a word share its position in one field, so a phrase may mix them, and a prefix query, which
/// has no mark, meets exact forms only. No token begins with a mark.
/// </summary>
internal static class LayeredTerm
{
    /// <summary>All marks.</summary>
    public const string Marks = "=+~!";

    public static string Normal(string form) => "=" + form;

    public static string Part(string form) => "+" + form;

    public static string Folded(string form) => "~" + form;

    public static string Variant(string form) => "!" + form;
}
