using System.Collections.Frozen;

namespace Protokollsok.Repair;

/// <summary>
/// The words that hold other languages together and that Swedish does not have, nor what Swedish becomes when it loses its å, ä and ö. Danish and Norwegian by themselves: their
/// other words look like damaged Swedish (<c>forslag</c>, <c>skal</c>), and what they share with it sounds like it.
/// </summary>
internal static class ForeignWords
{
    private static readonly FrozenSet<string> s_distant = FrozenSet.Create(
        StringComparer.Ordinal,
        "the", "of", "and", "is", "that", "with", "this", "be", "was", "it", "which", "has", "have", "will", "shall", "or", "we", "you", "they", "their", "our", "were", "been", "would", "should", "could",
        "these", "those", "there", "such", "into", "its", "than", "also",
        "und", "die", "das", "ist", "nicht", "mit", "auf", "wird", "werden", "eine", "einer", "zu", "zur", "zum", "sich", "auch", "oder", "durch", "nach", "für", "über",
        "ei", "että", "sekä", "myös", "ovat", "mukaan", "jotka", "joka", "kunnan", "kaupungin", "tai", "vuoden");

    private static readonly FrozenSet<string> s_nordic = FrozenSet.Create(
        StringComparer.Ordinal,
        "og", "ikke", "til", "der", "af", "fra", "hvor", "hvis", "hvad", "hva", "hvilke", "hvordan", "hvem", "jeg", "mellem", "mellom", "også", "noget", "noen", "noe", "ble", "blitt", "bliver",
        "kommuner", "fylkeskommunen", "udvalg", "udvalget", "utvalg", "utvalget", "beslutter", "beslutningen", "godkende", "godkender", "godkendt", "byggeriet", "legge", "legges",
        "vedtas", "vedtar", "vedtak", "vedtaket", "endringer", "endring", "forskriften", "forskrift", "gjelder", "uten", "uden", "brug", "dette", "disse", "sier", "siger",
        "indstiller", "indstilling", "innstilling", "formanden");

    /// <summary>Of English, German, Finnish.</summary>
    public static bool IsDistant(string lower) => s_distant.Contains(lower);

    /// <summary>Of Danish and Norwegian.</summary>
    public static bool IsNordic(string lower) => s_nordic.Contains(lower);
}
