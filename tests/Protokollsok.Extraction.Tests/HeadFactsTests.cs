using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

public sealed class HeadFactsTests
{
    [Fact]
    public void An_annex_is_no_minutes_though_it_names_them_in_its_corner()
    {
        var record = Understand.Pages("Bilaga 3 till kommunfullmäktiges protokoll 2018-04-23 § 47\n\nÅsby kommun – Kommunrevisionen\n\nGranskning av stöd till föreningar\nRevisionsrapport\n\nÅsby den 26 mars 2018\n");
        Assert.Equal(DocumentType.Bilaga, record.DocumentType);
        Assert.Equal("Kommunrevisionen", record.Board?.Value);
        Assert.Equal("Granskning av stöd till föreningar", record.Title);
        Assert.Null(record.MeetingDate);
        Assert.Equal("2018-03-26", record.DocumentDate?.Value.ToString());
    }

    [Fact]
    public void A_head_whose_columns_stand_one_blank_apart_still_says_that_it_is_an_agenda()
    {
        var record = Understand.Pages("ÅSBY KOMMUN KALLELSE/FÖREDRAGNINGSLISTA\n2024-02-15\n\nKommunfullmäktige\n\nTid Måndagen den 26 februari 2024, klockan 18.30\nPlats Folkets hus\n\n1. Upprop\n2. Val av justerare\n");
        Assert.Equal(DocumentType.Kallelse, record.DocumentType);
        Assert.Equal("KALLELSE/FÖREDRAGNINGSLISTA", record.Title);
        Assert.Equal("2024-02-26", record.MeetingDate?.Value.ToString());
    }

    [Theory]
    [InlineData("Åsby kommun PROTOKOLL 17(22)\nKommunstyrelsen 2009-10-06\n\n§ 190 Sammanträdestider 2010\nKommunstyrelsen sammanträder den 12/1 och 9/2 2010.\n", "2009-10-06")] // times of meetings to come
    [InlineData("Parknämnden\nSammanträdesprotokoll 2021-02-03\n\n§ 8 Bänkar\n\nBeslut\nBänkarna målas.\n", "2021-02-03")]
    [InlineData("Parknämnden Sammanträdesprotokoll 2021-02-03\n\n§ 8 Bänkar\n\nBeslut\nBänkarna målas.\n", "2021-02-03")]
    [InlineData("PROTOKOLL nr 2/2021 den 3 februari 2021\nParknämnden\n\n§ 8 Bänkar\n\nBeslut\nBänkarna målas.\n", "2021-02-03")]
    public void The_day_of_the_meeting_stands_in_the_head(string text, string day) =>
        Assert.Equal(day, Understand.Pages(text).MeetingDate?.Value.ToString());

    [Theory]
    [InlineData("ÅSTA STAD Sid. 112\nDrätselkammaren\n\n§ 1\nText.", "Åsta stad")]
    [InlineData("Region Åmark PROTOKOLL 12(31)\nNämnden för hälsa\n\n§ 1\nText.", "Region Åmark")] // the next column is no part of the name
    public void The_municipality_is_named_without_the_heads_other_columns(string text, string expected) =>
        Assert.Equal(expected, Understand.Pages(text).Municipality?.Value);

    [Theory]
    [InlineData("Protokollsutdrag 2024-05-16 BN § 117 om tillsyn", "BN 2024-05-16 § 117")]
    [InlineData("beslut 2024-05-16 Byggnadsnämnden § 117", "Byggnadsnämnden 2024-05-16 § 117")]
    [InlineData("Nämnden beslöt den 6 februari 1979, 8 58", "Nämnden 1979-02-06 § 58")] // a typewriter's § read as 8
    [InlineData("KS/2022:415 återremitterat 2023-12-18 § 161", " 2023-12-18 § 161")] // a case number names no board
    public void Cites_the_board_that_stands_beside_the_section(string text, string expected) =>
        Assert.Equal(expected, OfficialLetterTests.Said(Assert.Single(Understand.Pages(text).DecisionReferences)));

    [Theory]
    [InlineData("enligt 2 a kap. 7 § skollagen (1985:1100)", "2 a kap. 7 § skollagen (1985:1100)")]
    [InlineData("strider mot 14 kap. regeringsformen om självstyrelse", "14 kap. regeringsformen")] // a chapter without a paragraph
    [InlineData("enligt Lag (2016:1145) om offentlig upphandling ska", "Lag (2016:1145) om offentlig upphandling")]
    public void Reads_a_law_with_its_chapter_or_a_capital(string text, string printed) =>
        Assert.Equal(printed, Assert.Single(Understand.Pages(text).LawReferences).Printed);
}
