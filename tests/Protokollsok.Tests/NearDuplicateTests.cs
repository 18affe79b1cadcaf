using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Tests;

public sealed class NearDuplicateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(8)] // one letter in eight hundred, a good scan
    [InlineData(40)] // a bad one
    [InlineData(80)] // a fax of a copy
    public void Two_readings_of_one_paper_are_alike_however_badly_it_was_scanned(int wrongOfTenThousand)
    {
        Assert.InRange(Likeness(Meeting(1), Misread(Meeting(1), wrongOfTenThousand, seed: 1)), NearDuplicate.LeastLikeness, 1);
    }

    [Fact]
    public void A_reading_that_lost_every_dot_and_ring_is_still_alike()
    {
        var folded = Meeting(1).Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O');
        Assert.Equal(1, Likeness(Meeting(1), folded));
    }

    [Fact]
    public void Consecutive_meetings_of_a_board_share_their_phrases_and_are_not_alike()
    {
        for (var meeting = 1; meeting < 8; meeting++) Assert.InRange(Likeness(Meeting(meeting), Meeting(meeting + 1)), 0, NearDuplicate.LeastLikeness - .1);
    }

    [Fact]
    public void A_form_that_was_filled_in_twice_is_alike_and_tells_itself_by_its_case_or_its_day()
    {
        var (one, other) = (Record("ON 2019-117", "2019-05-14"), Record("ON 2019-118", "2019-05-14"));
        Assert.False(NearDuplicate.MayBeSame(one, other));
        Assert.False(NearDuplicate.MayBeSame(one, Record("ON 2019-117", "2019-06-11")));
        Assert.True(NearDuplicate.MayBeSame(one, Record("ON 2019-117", "2019-05-14")));
        Assert.True(NearDuplicate.MayBeSame(one, Record(null, null))); // the second scan is too bad to say
    }

    [Fact]
    public void A_text_that_is_too_short_says_nothing()
    {
        Assert.Null(NearDuplicate.SketchOf(Pages("Omsorgsnämnden\nProtokoll 2019")));
        Assert.Null(NearDuplicate.SketchOf([]));
    }

    [Fact]
    public void A_finding_names_the_other_document()
    {
        var id = DocumentId.Of("ett"u8);
        Assert.Equal([id], NearDuplicate.IdsIn([NearDuplicate.FindingOf(id), new Finding("date-conflict", $"as {DocumentId.Of("två"u8).Hex}", [])]));
    }

    private static double Likeness(string one, string other) => NearDuplicate.SketchOf(Pages(one))!.LikenessTo(NearDuplicate.SketchOf(Pages(other))!);

    private static PageRecord[] Pages(string text) => [new(1, text, PageOrigin.Ocr, 1, null, null, null, [], [])];

    private static DocumentRecord Record(string? dnr, string? date) => new()
    {
        Id = DocumentId.Of("ett"u8),
        Source = new Source("a.pdf", 1, "application/pdf", 1),
        CaseNumbers = dnr is null ? [] : [new Found<Dnr>(new Dnr(dnr, dnr.ToLowerInvariant().Replace(' ', '-')), dnr, new Place(1, 0, 1))],
        MeetingDate = date is null ? null : new Found<CalendarDate>(CalendarDate.Parse(date), date, new Place(1, 0, 1)),
    };

    /// <summary>Minutes with what all meetings of a board have in common (heads, names, phrases) and what this one decided.</summary>
    private static string Meeting(int number)
    {
        string[] matters = ["skolskjuts", "bygglov", "tomträtt", "gatubelysning", "bibliotek", "hemtjänst", "avfallstaxa", "detaljplan", "idrottshall", "färdtjänst"];
        string[] places = ["Råsjö", "Tallåsen", "Norrgården", "Kvarnbyn", "Ängsholm", "Sågmyran", "Björkvik"];
        var random = new Random(number);
        List<string> text = [$"Sälgåsens kommun\nOmsorgsnämnden\nSammanträdesdatum 2019-0{number}-14\nBeslutande: Märta Exempelsson, Åke Påhittad, Örjan Uppdiktad, Siv Sagolik\n"];
        for (var section = 1; section <= 9; section++)
        {
            var (matter, place, sum) = (matters[random.Next(matters.Length)], places[random.Next(places.Length)], random.Next(100, 999));
            text.Add($"§ {(number * 10) + section} Ärende om {matter} i {place}\nDnr ON 2019-{random.Next(100, 999)}\nÄrendet\n");
            text.Add($"Förvaltningen har berett frågan om {matter} för {places[random.Next(places.Length)]} och {place} med {random.Next(2, 60)} berörda hushåll enligt utredning den {random.Next(1, 28)} mars.\n");
            text.Add($"Omsorgsnämndens beslut\n1. Nämnden avsätter {sum} 000 kronor till {matter} i {place} under år {2019 + random.Next(3)}.\n2. Förvaltningen ska återrapportera senast vecka {random.Next(1, 52)}.\n");
        }

        return string.Concat(text);
    }

    private static string Misread(string text, int wrongOfTenThousand, int seed)
    {
        var random = new Random(seed);
        return string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) && random.Next(10_000) < wrongOfTenThousand ? (char)('a' + random.Next(26)) : letter));
    }
}
