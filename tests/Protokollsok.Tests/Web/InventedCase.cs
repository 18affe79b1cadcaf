namespace Protokollsok.Tests.Web;

/// <summary>An invented case on its way: a letter's proposal, the board's minutes that change a sum, and the council that adopts.</summary>
internal static class InventedCase
{
    public const string Letter = """
        Sälgåsens kommun
        Barn- och utbildningsförvaltningen
        Tjänsteskrivelse
        2018-02-05
        Dnr BUN 2018-45

        Barn- och utbildningsnämnden

        Skolskjuts till Hultets förskola

        Ärendebeskrivning
        Vårdnadshavare i Hultet har bett om skolskjuts för barn i förskolan. Vägen saknar trottoar och belysning.

        Förslag till beslut
        Barn- och utbildningsnämnden föreslås besluta
        1. Skolskjuts till Hultets förskola inrättas från och med 2018-08-20 för 400 000 kronor om året.
        2. Förvaltningen ska utvärdera linjen tillsammans med vårdnadshavarna.
        3. En cykelväg längs Hultvägen ska utredas av tekniska kontoret.
        """;

    public const string Minutes = """
        Sälgåsens kommun
        Barn- och utbildningsnämnden
        Protokoll
        Sammanträdesdatum 2018-03-12

        § 21 Lokaler i Råsjö

        Dnr BUN 2018-12

        Barn- och utbildningsnämndens beslut

        1. Lokalerna i Råsjö sägs upp.

        § 22 Skolskjuts till Hultets förskola

        Dnr BUN 2018-45

        Barn- och utbildningsnämndens beslut

        1. Skolskjuts till Hultets förskola inrättas från och med 2018-08-20 för 350 000 kronor om året.
        2. Förvaltningen ska utvärdera linjen tillsammans med vårdnadshavarna.
        """;

    /// <summary>As a reader without Swedish leaves it, so that repair has something to do.</summary>
    public const string Damaged = """
        Sammantradesprotokoll
        Omsorgsnamnden
        2017-12-04

        § 77 Stod till foraldrar i Rasjo

        Dnr ON 2017-301

        Beslut

        1. Omsorgsnamnden beslutar att foraldrastodet ska fortsatta under nasta ar med samma omfattning som tidigare.
        2. Forvaltningen far i uppdrag att redovisa resultatet for namnden och for kommunstyrelsen fore sommaren.

        Namnden har tidigare fatt information om arbetet med stod till foraldrar. Manga familjer har sokt hjalp och kon ar
        fortfarande lang. Forvaltningen bedomer att behovet okar och att arbetet darfor bor fortsatta aven nasta ar.
        Avgiften for lanet satts till noll.
        """;

    /// <summary>What a hostile hand may write into a document.</summary>
    public const string Hostile = """
        Sälgåsens kommun
        Tekniska nämnden
        Protokoll
        Sammanträdesdatum 2020-06-01

        § 5 <script>alert("vägar")</script> & underhåll

        Dnr TN 2020-9

        Tekniska nämndens beslut

        1. =HYPERLINK("http://elak.example";"Belysningen"), "citat" och mer om belysningen.
        2. Belysningen <img src=x onerror=alert(1)> längs Ågatan byts.
        """;
}
