namespace Protokollsok.Documents;

/// <summary>
/// Whether a printed title tells one document from another: <i>SAMMANTRÄDESPROTOKOLL</i> stands on a thousand of them and only says what kind
/// of paper it is.
/// </summary>
public static class TellingTitle
{
    private static readonly char[] s_between = [' ', '-', '–', '/', ',', '.', ':', '(', ')', '\n'];

    /// <summary>Words that say what kind of paper it is, without dots and rings as scans have them; and what stands between them.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "protokoll", "sammantradesprotokoll", "sammantrade", "sammantraden", "protokollsutdrag", "utdrag", "tjansteskrivelse", "tjansteutlatande", "skrivelse", "kallelse", "foredragningslista",
        "dagordning", "arendelista", "bilaga", "motesprotokoll", "minnesanteckningar", "styrelseprotokoll", "namndprotokoll", "delegationsbeslut", "beslut", "beslutsunderlag", "underlag",
        "fran", "till", "ur", "med", "och", "over", "av", "i", "for", "ordinarie", "extra", "sida", "sid", "nr", "dnr", "datum",
    };

    /// <summary>Whether any of its words says more than the kind, a number or a date does.</summary>
    public static bool Is(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.Split(s_between, StringSplitOptions.RemoveEmptyEntries).Any(word => word.Any(char.IsLetter) && !Kinds.Contains(Bare(word)));
    }

    private static string Bare(string word) => word.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');
}
