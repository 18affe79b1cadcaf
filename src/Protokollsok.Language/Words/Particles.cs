using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>
/// Prefixes that make a new word rather than a compound. <i>Föreslå</i> inflects as <i>slå</i>, but <i>underlag</i> is no kind of <i>lag</i>:
/// such a prefix stays with what it stands before.
/// </summary>
internal static class Particles
{
    private static readonly FrozenSet<string> All = (
        "an av be bort åt efter emot er fast fort fram från för före förbi förut genom hän i igen igenom ihjäl in inne iakt isär kvar med miss mis mot ned " +
        "ner ny när om omkring omhänder på sam samman sönder till tillbaka tillgodo tillhanda tillkänna tillrätta under undan upp uppe ur ut " +
        "utan vid vidare vidmakt å åter över överens bak bi dit hit mellan nedan ovan o")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Words that stand before a strong verb as a particle does, though they are words of their own: delta, godkänna, bekantgöra.
    private static readonly FrozenSet<string> BeforeVerbs = "del god hand bo åsido bekant fri full hem loss rätt slut till tjänst verk offentlig klar möjlig säker ställ tydlig synlig levande färdig tillgänglig fast ansvarig hus för"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LookupBeforeVerbs = BeforeVerbs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> text) => Lookup.Contains(text);

    /// <summary>Whether a strong verb can take it as a prefix; two of them too, as in <i>inbegripa</i>.</summary>
    public static bool CanStandBeforeVerb(ReadOnlySpan<char> text)
    {
        if (Lookup.Contains(text) || LookupBeforeVerbs.Contains(text)) return true;
        for (var cut = 2; cut <= text.Length - 2; cut++)
        {
            if (Lookup.Contains(text[..cut]) && Lookup.Contains(text[cut..])) return true;
        }

        return false;
    }
}
