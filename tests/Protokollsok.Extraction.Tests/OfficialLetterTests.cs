using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

/// <summary>Official letters (tjänsteskrivelser) of several places and decades.</summary>
public sealed class OfficialLetterTests
{
    private const string Today = """
        Granviks kommun                                          Tjänsteskrivelse                 1 (2)
        Kulturförvaltningen                                      Datum: 2023-04-12
        Handläggare: Saga Blomster                               Dnr KFN/2023:118 - 870

        Till Kultur- och fritidsnämnden

        Bidrag till upprustning av Granviks
        bygdegård

        Förslag till beslut

        1. Kultur- och fritidsnämnden beviljar Granviks bygdegårdsförening ett bidrag om
           högst 1 250 000 kr för upprustning av taket.
        2. Bidraget betalas ut i två delar, varav hälften senast den 30 juni 2023:
           a. 625 000 kr när arbetet börjar,
           b. resten när slutbesiktning är godkänd.

        Sammanfattning

        Föreningen ansökte 2023-02-01 om bidrag. Kommunfullmäktige beslutade den 14 november 2022,
        § 131, om riktlinjer för stöd till samlingslokaler. Enligt 2 kap. 1 § kommunallagen (2017:725)
        får kommunen ge sådant stöd.

        """ + "\f" + """
        Granviks kommun                                          Tjänsteskrivelse                 2 (2)
        Kulturförvaltningen                                      Datum: 2023-04-12

        Beslutsunderlag
        Ansökan från Granviks bygdegårdsförening 2023-02-01
        Kostnadsberäkning.pdf


        Saga Blomster                              Torkel Ekvist
        Kulturchef                                 Ekonom

        Beslutet skickas till
        Granviks bygdegårdsförening
        Ekonomiavdelningen
        """;

    private const string Nineties = """
        LJUNGSKOGS KOMMUN                                                     Blad 1
        Skolkontoret                     TJÄNSTEUTLÅTANDE                     98 03 09
                                                                              Dnr BUN 98/0044 611

        Barn- och utbildningsnämnden

        Skolskjutsar läsåret 1998/99

        Skolkontoret har efter förfrågan fått in fyra anbud. Kostnaden uppgick 1997-12-31 till
        kronor 1.840.500:-, vilket är ca 45 tkr mer än budget.

        Skolkontoret föreslår barn- och utbildningsnämnden besluta

        att    anta anbudet från Ljungskogs Buss AB om 12:50 kr/km,

        att    avtalet skall gälla 1998-08-17 - 1999-06-11, samt

        att    uppdra åt skolchefen att teckna avtal.


        Gudrun Hedfors
        Skolchef
        """;

    [Fact]
    public void Reads_a_letter_of_today()
    {
        var record = Understand.Pages(Today.Split('\f'));
        Assert.Equal(DocumentType.Tjansteskrivelse, record.DocumentType);
        Assert.Equal("Bidrag till upprustning av Granviks bygdegård", record.Title);
        Assert.Equal("Granviks kommun", record.Municipality?.Value);
        Assert.Equal("Kultur- och fritidsnämnden", record.Board?.Value);
        Assert.Null(record.MeetingDate);
        Assert.Equal("2023-04-12", record.DocumentDate?.Value.ToString());
        Assert.Equal(["kfn-2023-118"], record.CaseNumbers.Select(dnr => dnr.Value.Key));
        Assert.Equal("KFN/2023:118", record.CaseNumbers[0].Value.Value);
        Assert.Equal(["2023-04-12", "2023-06-30", "2023-02-01", "2022-11-14", "2023-04-12", "2023-02-01"], record.Dates.Select(date => date.Value.ToString()));
        Assert.Equal([1250000m, 625000m], record.Amounts.Select(amount => amount.Value.Value));
        Assert.Equal(["Kommunfullmäktige 2022-11-14 § 131"], record.DecisionReferences.Select(Said));
        Assert.Equal("2017:725", Assert.Single(record.LawReferences).Value);
        Assert.Equal(["Granviks bygdegårdsförening", "Ekonomiavdelningen"], record.Recipients);
        Assert.Equal(["Saga Blomster", "Torkel Ekvist"], record.Signatories);
        Assert.Equal(["Ansökan från Granviks bygdegårdsförening 2023-02-01", "Kostnadsberäkning.pdf"], record.Attachments);
    }

    [Fact]
    public void Keeps_sub_items_in_the_text_of_their_number()
    {
        var decisions = Understand.Pages(Today.Split('\f')).Decisions;
        Assert.Equal([1, 2], decisions.Select(decision => decision.Number));
        Assert.All(decisions, decision => Assert.Equal((DecisionKind.Proposal, "Kultur- och fritidsnämnden", null), (decision.Kind, decision.DecidedBy, decision.ProposedBy)));
        Assert.Equal("Bidraget betalas ut i två delar, varav hälften senast den 30 juni 2023: a. 625 000 kr när arbetet börjar, b. resten när slutbesiktning är godkänd.", decisions[1].Text);
    }

    [Fact]
    public void Reads_a_letter_of_the_nineties()
    {
        var record = Understand.Pages(Nineties);
        Assert.Equal(DocumentType.Tjansteskrivelse, record.DocumentType);
        Assert.Equal("Skolskjutsar läsåret 1998/99", record.Title);
        Assert.Equal("Ljungskogs kommun", record.Municipality?.Value);
        Assert.Equal("Barn- och utbildningsnämnden", record.Board?.Value);
        Assert.Equal("1998-03-09", record.DocumentDate?.Value.ToString());
        Assert.Equal(["bun-1998-44"], record.CaseNumbers.Select(dnr => dnr.Value.Key));
        Assert.Equal(["1998-03-09", "1997-12-31", "1998-08-17/1999-06-11"], record.Dates.Select(date => date.Value.ToString()));
        Assert.Equal(["kronor 1.840.500:-", "45 tkr", "12:50 kr/km"], record.Amounts.Select(amount => amount.Printed));
        Assert.Equal([1840500m, 45000m, 12.5m], record.Amounts.Select(amount => amount.Value.Value));
        Assert.Equal(["Gudrun Hedfors"], record.Signatories);
    }

    [Fact]
    public void Reads_att_clauses_as_one_decision_each()
    {
        var decisions = Understand.Pages(Nineties).Decisions;
        Assert.Equal(
            ["att anta anbudet från Ljungskogs Buss AB om 12:50 kr/km", "att avtalet skall gälla 1998-08-17 - 1999-06-11", "att uppdra åt skolchefen att teckna avtal."],
            decisions.Select(decision => decision.Text));
        Assert.Equal([1, 2, 3], decisions.Select(decision => decision.Number));
        Assert.All(decisions, decision => Assert.Equal((DecisionKind.Proposal, "Barn- och utbildningsnämnden", "Skolkontoret"), (decision.Kind, decision.DecidedBy, decision.ProposedBy)));
    }

    [Fact]
    public void Joins_a_postal_address_to_one_recipient()
    {
        var record = Understand.Pages("Rubrik om stöd\n\nFörslag till beslut\n\nStödet förlängs.\n\nBeslutet skickas till:\nKommunstyrelsen\nVera Granlund\nBygdeföreningen\nStorgatan 4\nBox 12\n123 45 Granvik");
        Assert.Equal(["Kommunstyrelsen", "Vera Granlund, Bygdeföreningen, Storgatan 4, Box 12, 123 45 Granvik"], record.Recipients);
    }

    [Fact]
    public void Reads_damaged_headings()
    {
        var record = Understand.Pages("Till Socialnamnden\n\nOm hemtjanst\n\nForslag til1 beslut\n\n1. Taxan hojs.\n2. Taxan galler fran 2018-01-01.\n\nBeslutsunderIag\nTaxa 2018.pdf\n");
        Assert.Equal(["Taxan hojs.", "Taxan galler fran 2018-01-01."], record.Decisions.Select(decision => decision.Text));
        Assert.All(record.Decisions, decision => Assert.Equal(("Socialnämnden", DecisionKind.Proposal), (decision.DecidedBy, decision.Kind)));
        Assert.Equal(["Taxa 2018.pdf"], record.Attachments);
    }

    internal static string Said(Found<DecisionReference> found) => $"{found.Value.Board} {found.Value.Date} § {found.Value.Section}";
}
