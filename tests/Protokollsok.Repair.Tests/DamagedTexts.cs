namespace Protokollsok.Repair.Tests;

/// <summary>Invented board letters, and what an English engine makes of them.</summary>
internal static class DamagedTexts
{
    public const string Letter = """
        Tekniknämnden

        Förslag till beslut

        1. Tekniknämnden föreslår kommunfullmäktige att anslå medel för
        en ny gångväg mellan skolan och badplatsen under år 2019.

        Ärendet

        Vägen är i dåligt skick och används av många barn på väg till
        förskolan. Förvaltningen bedömer att åtgärden är nödvändig och
        att den kan påbörjas tidigt på våren. Kostnaden uppgår till
        1 250 000 kr enligt kalkyl 2018-11-05, Dnr TN 2018-0417.
        Nämnden har också fått in synpunkter från boende i området, som
        önskar en säkrare lösning för både gående och cyklister.
        """;

    public const string DamagedLetter = """
        Tekniknamnden

        Forslag till beslut

        1. Tekniknimnden foreslar kommunfullmiktige att ansla medel for
        en ny gdngvég mellan skolan och badplatsen under ar 2019.

        Arendet

        Végen dr i ddligt skick och anvinds av manga barn pé vag till
        f6rskolan. Forvaltningen bedomer att atgdrden &r nodvéndig och
        att den kan pabérjas tidigt pa varen. Kostnaden uppgar till
        1 250 000 kr enligt kalkyl 2018-11-05, Dnr TN 2018-0417.
        Namnden har ocksa fatt in synpunkter fran boende i omradet, som
        6nskar en sikrare 16sning for bade gdende och cyklister.
        """;

    /// <summary>Damaged sentences to put another line among, so that the page as a whole is damaged.</summary>
    public static string Around(string line) => DamagedLetter + "\n\n" + line + "\n\n" + DamagedLetter;
}
