using System.Collections.Frozen;

namespace Protokollsok.Extraction;

/// <summary>The headings of Swedish minutes and official letters, without those that name a board.</summary>
internal static class HeadingWords
{
    private static readonly (HeadingKind Kind, string[] Words)[] Table =
    [
        (HeadingKind.Decision, ["Beslut", "Beslutet", "Beslut i ärendet", "Beslutspunkter", "Beslutar", "Beslöts", "Beslut fattas", "Beslut på sammanträdet"]),
        (HeadingKind.Proposal, ["Förslag till beslut", "Beslutsförslag", "Förslag till beslut i korthet", "Förslag beslut",
            "Förslag till yttrande och beslut", "Hemställan", "Liggande förslag", "Liggande förslag till beslut", "Förslag till beslutspunkter",
            "Beslutsförslag i korthet", "Förslag till ställningstagande"]),
        (HeadingKind.WeakProposal, ["Förslag"]),
        (HeadingKind.Matter,
        [
            "Ärende", "Ärendet", "Ärendebeskrivning", "Beskrivning av ärendet", "Ärendet i korthet", "Sammanfattning",
                "Sammanfattning av ärendet", "Bakgrund", "Bedömning",
            "Ekonomiska konsekvenser", "Ekonomi", "Konsekvenser", "Konsekvenser för barn", "Barnperspektivet", "Barnkonsekvensanalys",
                "Jämställdhet", "Jämlikhet", "Jämställdhetsanalys", "Ärendets beredning",
            "Beredning", "Tidigare behandling", "Tidigare beslut", "Information", "Uppföljning", "Uppföljning och utvärdering",
                "Utvärdering", "Samråd", "Överväganden", "Övervägande", "Slutsats",
            "Motivering", "Motivering till beslut", "Skäl", "Skäl för beslutet", "Skälen för beslutet", "Yttrande", "Remissinstanser",
                "Remissyttrande", "Kommunala mål", "Riktlinjer", "Fördjupad ärendebeskrivning", "Förvaltningens bedömning",
                    "Förvaltningens synpunkter",
            "Kontorets bedömning", "Föredragning", "Föredragande", "Lagstöd", "Lagrum", "Upplysningar", "Upplysning", "Hur man överklagar",
                "Redogörelse", "Historik", "Syfte", "Inledning", "Redovisning",
            "Information eller förhandling enligt lag om medbestämmande i arbetslivet", "Facklig samverkan", "Samverkan", "MBL",
                "Miljökonsekvenser", "Sociala konsekvenser", "Ekologiska konsekvenser", "Finansiering", "Frågor", "Diskussion", "Utredning",
                    "Allmänt", "Protokollsanteckning", "Protokollsanteckningar", "Särskilt yttrande", "Särskilda yttranden",
                        "Anteckning till protokollet",
            "Jäv", "Anmälan av jäv", "Justering", "Ajournering", "Frågestund", "Nuläge", "Genomförande", "Tidplan", "Kostnader", "Risker",
                "Arbetsmiljö", "Juridiska konsekvenser", "Sändlista för kännedom",
            "Ärendets gång", "Ärendets handläggning", "Handläggning", "Aktuellt", "Barnkonventionen", "Barnrättsperspektivet", "Barnrättsperspektiv",
                "Barnets bästa", "Dialog", "Folkhälsa", "Hållbarhet", "Miljöperspektiv", "Föredragning av ärendet", "Frågeställning",
                    "Bakgrund och syfte", "Remissammanställning", "Lagar och regler", "Gällande regler", "Gällande bestämmelser",
            "Motivering av beslut", "Beslutsmotivering", "Skäl till beslut", "Skäl till beslutet", "Skäl för beslut", "Motivering till beslutet", "Överklagande",
                "Besvärshänvisning", "Överklagandehänvisning", "Hur beslutet överklagas", "Så här överklagar du", "Deltar inte i beslutet", "Deltar ej i beslutet",
                    "Deltar ej i beslut", "Deltar inte i beslut", "Tidigare behandling av ärendet", "Prövning av barnets bästa", "Kommunicering",
            "Ekonomiska konsekvenser av beslutet", "Konsekvensanalys", "Förutsättningar", "Planförhållanden", "Yttranden från remissinstanser", "Inkomna yttranden", "Grannehörande",
        ]),
        (HeadingKind.Basis, ["Beslutsunderlag", "Underlag", "Underlag för beslut", "Handlingar", "Handling", "Handlingar i ärendet",
            "Ärendets handlingar", "Beslutshandlingar", "Underlag till beslut", "Beslutsunderlag i ärendet", "Underlag i ärendet", "Dokument i ärendet",
            "Skrivelser i ärendet", "Handlingar som ligger till grund för beslutet"]),
        (HeadingKind.Attachments, ["Bilagor", "Bilaga", "Bifogas", "Bifogade handlingar", "Bilagor till tjänsteskrivelsen", "Bilagda handlingar", "Bilageförteckning", "Bilagor till beslutet", "Bilaga till beslutet"]),
        (HeadingKind.Procedure,
        [
            "Yrkande", "Yrkanden", "Förslag på sammanträdet", "Förslag under sammanträdet", "Förslag till beslut på sammanträdet",
                "Förslag till beslut under sammanträdet", "Yrkanden på sammanträdet", "Tilläggsyrkande", "Ändringsyrkande", "Beslutsgång",
                    "Propositionsordning", "Proposition", "Omröstning", "Omröstningsresultat", "Votering", "Voteringsordning",
            "Överläggning", "Överläggningar", "Yttranden", "Inlägg", "Reservation mot", "Omröstningsproposition", "Propositioner",
                "Förslag och yrkanden", "Yrkanden och förslag", "Yrkanden och propositionsordning", "Yrkanden och beslutsgång", "Beslutsordning",
                    "Beslutsgång och omröstning", "Ändringsförslag", "Tilläggsförslag", "Tilläggsyrkanden", "Ändringsyrkanden", "Muntliga yrkanden",
            "Dagens yrkanden", "Dagens sammanträde", "Behandling på sammanträdet", "Behandling", "Debatt", "Röstning", "Röstningsresultat", "Voteringsresultat",
                "Voteringslista", "Omröstningslista", "Återremissyrkande", "Avslagsyrkande", "Bifallsyrkande", "Anföranden", "Ordförandens proposition",
                    "Propositionsordning och beslutsgång", "Omröstning begärs", "Votering begärs",
        ]),
        (HeadingKind.Reservation, ["Reservation", "Reservationer", "Reservation till protokollet", "Skriftlig reservation", "Skriftliga reservationer",
            "Blank reservation", "Reservationer och protokollsanteckningar", "Avvikande mening", "Skiljaktig mening", "Reservation mot beslutet", "Reservationer mot beslutet"]),
        (HeadingKind.Recipients,
        [
            "Beslutet skickas till", "Beslut skickas till", "Beslutet expedieras till", "Protokollsutdrag skickas till",
                "Protokollsutdrag till", "Protokollsutdrag", "Beslut sänds till", "Beslutet sänds till",
            "Expedieras till", "Expedieras", "Expediering", "Expediering till", "Kopia till", "Kopior till",
                "Beslutet skickas till följande", "Skickas till", "Sändlista", "Beslut till", "Beslut delges", "Delges", "Beslutet delges",
                    "Beslutet ska skickas till", "Beslutsexpediering", "Kopia av beslutet till", "Utdrag till",
                        "Protokollsutdrag sänds till", "Protokollet skickas till", "Meddelas", "Delgivning", "Utdrag skickas till",
                            "Beslutsmottagare", "Mottagare", "Exp till", "Expedierat till", "Beslutsexp", "Avskrift till", "Avskrift", "Avskrifter till", "Expedition", "Beslutsexpediering till",
                "Utdrag ur protokollet skickas till", "Protokollsutdrag sändes", "Beslutet översänds till", "Översänds till", "Tillställs", "Beslutet tillställs", "Delges för kännedom", "Utdrag", "Exp", "Ex till", "Expedierat", "Beslutet expedieras", "Sänds till", "Sändes till",
                "Skickas för kännedom till", "Besluten skickas till", "Beslutet skickas för kännedom till", "Beslutet skickas för verkställighet till", "För kännedom",
                    "För verkställighet", "För kännedom till", "För verkställighet till", "För åtgärd", "Kopia", "Kopior", "Protokollsutdrag för kännedom till",
            "Protokollsutdrag för verkställighet till", "Utdrag ur protokollet till", "Protokollsutdrag delges", "Underrättelse till", "Beslutet meddelas",
                "Meddelas till", "Utdrag sänds till", "Utdrag ur protokoll till", "Protokollsutdrag expedieras till", "Beslutet skickas", "Kopia för kännedom",
                    "Kopia för kännedom till", "Beslut expedieras till", "Beslut delges till", "Delges med", "Protokollsutdrag sändes till", "Beslutet lämnas till", "Distribution",
        ]),
        (HeadingKind.Delegated, ["Delegationsbeslut", "Delegeringsbeslut", "Redovisning av delegationsbeslut",
            "Anmälan av delegationsbeslut", "Anmälan av delegeringsbeslut", "Delegationslista", "Delegationsärenden", "Delegeringsärenden",
                "Förteckning över delegationsbeslut", "Beslut enligt delegation", "Meddelanden", "Anmälningsärenden", "Skrivelser",
                    "Anmälda delegationsbeslut"]),
        (HeadingKind.Formalities,
        [
            "Plats och tid", "Tid och plats", "Plats", "Tid", "Beslutande", "Beslutande ledamöter", "Närvarande", "Närvarande ledamöter",
                "Tjänstgörande", "Tjänstgörande ersättare", "Ersättare", "Ej tjänstgörande ersättare", "Icke tjänstgörande ersättare",
                    "Övriga deltagare", "Övriga närvarande", "Övriga", "Justerare", "Utses att justera", "Justeringens plats och tid",
                        "Paragrafer",
            "Underskrifter", "Underskrift", "Sekreterare", "Ordförande", "Justerande", "Anslag", "Bevis", "Anslagsbevis", "Bevis om anslag",
                "Anslag/bevis", "Organ", "Sammanträdesdatum", "Vid protokollet", "Justeras", "Justerat", "Justeras i dag", "Dag som ovan",
                    "Innehåll", "Innehållsförteckning", "Ärendelista", "Föredragningslista", "Dagordning", "Expedierat/bestyrkt", "Expedierat och bestyrkt", "Bestyrkt", "Datum för anslags uppsättande",
                        "Förvaringsplats för protokollet", "Handläggare", "I tjänsten", "Enligt uppdrag", "Utdragets riktighet bestyrks", "Utdragets riktighet intygas", "Utdraget bestyrks", "Utdraget bestyrkes", "Bestyrkes",
                            "Bestyrkes i tjänsten", "Rätt utdraget", "Rätt utdraget intygar", "Rätt utdraget bestyrker",
                                "Rätt avskrivet", "Rätt avskrivet intygar", "Rätt utdrag intygar", "För rätt utdrag",
                                    "Protokollsutdragets riktighet bestyrkes",
                            "Datum då anslaget sätts upp", "Datum då anslaget tas ned", "Anslaget sätts upp", "Anslaget tas ned",
                                "Digital signatur", "Signaturer", "Rätt utdraget intygar i tjänsten", "Rätt utdraget i tjänsten", "Som ovan", "In fidem",
                "Utdragets riktighet bestyrkes", "Protokollsutdragets riktighet bestyrks",
        ]),
    ];

    private static readonly FrozenDictionary<string, HeadingKind> Exact =
        Table.SelectMany(row => row.Words.Select(word => (Word: Folded.Letters(word), row.Kind)))
            .DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Kind);

    private static readonly ILookup<int, string> ByLength = Exact.Keys.Where(word => word.Length >= 8).ToLookup(word => word.Length);

    /// <summary>The longest of them, folded.</summary>
    public static int MaxLength { get; } = Exact.Keys.Max(word => word.Length) + 1;

    /// <summary>What the folded line is as a heading; one letter may be damaged in a long one. Null if none.</summary>
    public static HeadingKind? KindOf(string folded)
    {
        if (folded.Length == 0 || folded.Length > MaxLength) return null;
        if (Exact.TryGetValue(folded, out var kind)) return kind;
        if (folded.Length < 8) return null;
        for (var length = folded.Length - 1; length <= folded.Length + 1; length++)
            foreach (var word in ByLength[length])
                if (word[0] == folded[0] && Folded.AreClose(word, folded)) return Exact[word];
        return null;
    }
}
