using Protokollsok.Documents;

namespace Protokollsok.Extraction.Tests;

public sealed class RobustnessTests
{
    private static readonly string[] Scraps =
    [
        "§", "§ 3", "§§ 1-2", "Beslut", "Förslag till beslut", "Dnr", "KS 2018/14", "2017-03-10", "den 3 maj", "till", "och", "1.", "-", "att", "kr", "5 000 kr", "mellan", ":-", "(", ")", "/", "\n", "\n\n", " ",
        "\t", "Kommunstyrelsen", "föreslår", "beslutar", "reserverar sig", "43 Ja mot 38 Nej", "å", "\u00AD", "-\n", "1 (2)", "....", "580 02 Granvik", "Anna Ek", "lag (1976:580)", "9 kap. 31 b §", "\uD83D\uDE00", "|", "mål nr", "\u0000", "998877665544332211", "Paragrafer 1-3", "8 2 Titel", "1 Planen antas", "a t t", "Sedan ärendet, beslöt nämnden", "nio ja-röster mot", "Sammanträdesdatum", "Sida 3 av 4", "   ", "BUN § 3 (forts.)", "Bilaga", "LS 94-0211-84", "KS KF/2025:6", "Följande delegationsbeslut:",
    ];

    [Fact]
    public void No_text_makes_it_throw_and_every_place_lies_inside_its_page()
    {
        var random = new Random(1974);
        for (var round = 0; round < 400; round++)
        {
            var pages = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Scraps[random.Next(Scraps.Length)] + (random.Next(2) == 0 ? " " : "")))).ToArray();
            AssertInside(Understand.Pages(pages));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("9 ")]
    [InlineData("§ ")]
    [InlineData("- ")]
    [InlineData("Kommunstyrelsen ")]
    [InlineData("och den 2/4 ")]
    [InlineData("a-\n")]
    [InlineData("1 000 ")]
    [InlineData("x\n\n")]
    [InlineData("1 (2)\n")]
    [InlineData("Nämnden beslöt. ")]
    [InlineData("att se, ")]
    [InlineData("   2017")]
    public void Long_repetition_is_read_to_its_end(string scrap) =>
        AssertInside(Understand.Pages("§ 1 Titel\n\n" + string.Concat(Enumerable.Repeat(scrap, 60_000 / scrap.Length))));

    /// <summary>
    /// What is allocated is counted, not timed: four times the text may cost about four times as much, and sixteen times if it grew by the square. The
    /// runtime moves allocations to the stack when it compiles a method again, between two runs, so each is counted several times.
    /// </summary>
    [Theory]
    [InlineData("§ 1 Titel\n\nBeslut\n1. Planen antas.\n2. Medlen tas ur reserven.\n\n")]
    [InlineData("Kommunstyrelsen beslutade den 3 maj 2012, § 7, att anslå 5 000 kr till KS 2018/14. ")]
    [InlineData("att anta planen, samt\n")]
    [InlineData("Sedan nämnden beslutar nämnden beslutar ")]
    [InlineData("12 mot 8 ja nej röster ")]
    [InlineData("reserverar sig Anna Ek ")]
    [InlineData("8 31 Titel\n\n9 32 Titel\n\n")]
    [InlineData("Bilaga\n\n- Nämnden beslutar\n")]
    [InlineData("94-0288 Värmepump 940405\n")]
    [InlineData("§ 41 Ks 89-12 050\n\nlagen 5 kap. mellan den 3 och 10 ")]
    [InlineData("Nämnd   PROTOKOLL   1 (2)\nProtokollet har justerats digitalt\n")]
    public void What_it_costs_grows_with_the_text(string scrap)
    {
        var small = Enumerable.Range(0, 4).Max(_ => Cost(scrap, 20_000));
        var large = Enumerable.Range(0, 4).Min(_ => Cost(scrap, 80_000));
        Assert.InRange(large, small / 2, 6 * small);
    }

    private static long Cost(string scrap, int length)
    {
        var text = string.Concat(Enumerable.Repeat(scrap, length / scrap.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Understand.Pages(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_document_without_text_is_understood_as_empty()
    {
        var record = Understand.Pages("", " \n ");
        Assert.Equal(2, record.Pages.Count);
        Assert.Empty(record.Dates);
        Assert.Empty(Understand.Records().Pages);
    }

    private static void AssertInside(DocumentRecord record)
    {
        var places = record.Dates.Select(found => found.Place).Concat(record.Amounts.Select(found => found.Place)).Concat(record.CaseNumbers.Select(found => found.Place))
            .Concat(record.LawReferences.Select(found => found.Place)).Concat(record.DecisionReferences.Select(found => found.Place)).Concat(record.Decisions.SelectMany(decision => decision.Parts))
            .Concat(record.Sections.Select(section => new Place(section.Page, section.Start, section.Length))).Concat(record.Votes.Select(vote => new Place(vote.Page, vote.Start, vote.Length)))
            .Concat(record.Reservations.Select(reservation => new Place(reservation.Page, reservation.Start, reservation.Length)))
            .Concat(record.Pages.SelectMany(page => page.Furniture.Select(span => new Place(page.Number, span.Start, span.Length))));
        Assert.All(places, place => Assert.True(place.Length > 0 && record.At(place).Length == place.Length));
    }
}
