using System.Collections.Frozen;

namespace Protokollsok.Repair;

/// <summary>Words beside which a lone 1 is a number and not the word <i>i</i>. Lower case, as printed.</summary>
internal static class NumberNeighbours
{
    /// <summary>What a number follows.</summary>
    public static FrozenSet<string> Before { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "nr", "nummer", "bilaga", "punkt", "punkten", "steg", "sida", "sid", "blad", "etapp", "alternativ", "grupp", "fas", "version",
        "tabell", "figur", "klass", "kap", "kapitel", "stycket", "paragraf", "dag", "vecka", "kl", "klockan", "den", "dnr", "rad", "kolumn",
        "minst", "högst", "max", "maximalt", "cirka", "ca", "omkring", "endast", "bara", "till", "avsnitt", "del", "nivå", "prioritet",
        "plan", "zon", "fråga", "mål", "fall", "typ", "kategori", "årskurs", "åk", "kvartal", "tertial", "moment", "modul", "lag");

    /// <summary>What follows a number.</summary>
    public static FrozenSet<string> After { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
        "jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec",
        "kr", "kronor", "krona", "tkr", "mkr", "mnkr", "mdkr", "miljon", "miljoner", "miljard", "miljarder", "tusen",
        "st", "styck", "procent", "kap", "kapitlet", "stycket", "ja", "nej", "mot", "gång", "gånger", "ggr", "plats", "platser", "person",
        "timme", "tim", "minut", "min", "år", "dag", "vecka", "månad", "mån", "km", "m", "kg", "ha", "kvm", "ton", "till");
}
