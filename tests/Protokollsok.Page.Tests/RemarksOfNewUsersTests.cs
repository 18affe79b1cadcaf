using Protokollsok.Documents;
using Protokollsok.Intake;
using static Microsoft.Playwright.Assertions;

namespace Protokollsok.Page.Tests;

/// <summary>What people stumbled over who saw the pages for the first time.</summary>
[Collection(OneHome.Name)]
public sealed class RemarksOfNewUsersTests(PageHome home)
{
    private const string Minutes =
        """
        Ekåsa kommun
        Tekniska nämnden
        SAMMANTRÄDESPROTOKOLL
        Sammanträdesdatum 2022-09-06

        § 41 Ny gångbro vid Kvarnfallet

        Dnr TN 2022-311

        Tekniska nämndens beslut

        1. Gångbron byggs under 2023.

        § 42 Belysning vid Lövstigen

        Dnr TN 2022-312

        Tekniska nämndens beslut

        1. Belysningen byts för 90 000 kronor.

        § 43 Lekplats i Ängsparken
        Dnr TN 2022-313

        Tekniska nämndens beslut

        1. Lekplatsen rustas.

        § 44 Vattenläcka
        Dnr TN 2022-314

        Tekniska nämndens beslut

        1. Läckan lagas.

        § 45 Snöröjning
        Dnr TN 2022-315

        Tekniska nämndens beslut

        1. Avtalet förlängs.
        """;

    [Fact]
    public async Task Minutes_are_called_by_board_and_day_and_show_all_their_cases()
    {
        await home.DropAsync("tn protokoll.txt", Minutes);
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/?q=Kvarnfallet");
        await Expect(page.Locator(".hit h3").First).ToHaveTextAsync("Ny gångbro vid Kvarnfallet");
        // Nothing of the text is marked where only the heading has the word.
        await Expect(page.Locator(".hit", new() { HasText = "Beslut 1" }).Locator(".more").First).ToContainTextAsync("Hittad i rubrik");
        await page.Locator(".hit h3 a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Tekniska nämnden 2022-09-06");
        await Expect(page.Locator(".head .about a")).ToHaveTextAsync(["TN 2022-311", "TN 2022-312", "TN 2022-313", "TN 2022-314", "TN 2022-315"]);
        // How well a text file was read says nothing, and is not said.
        await Expect(page.Locator(".measure")).Not.ToContainTextAsync("100");
    }

    [Fact]
    public async Task A_printed_line_is_a_line_in_the_text_beside_it()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync($"/dokument/{home.Ids["BUN2020-215_skolskjuts_OCR.pdf"]}?sida=1");
        var rows = await page.EvaluateAsync<int>("[...document.querySelectorAll('#text .line')].filter(line => new Set([...line.querySelectorAll('.w')].map(word => Math.round(word.getBoundingClientRect().top / 6))).size > 1).length");
        Assert.Equal(0, rows);
        Assert.Equal(1280, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("BUN2020-215_skolskjuts_OCR.pdf", 320)] // 1280 pixels at 400 %
    [InlineData("utdrag.txt", 320)]
    [InlineData("utdrag.txt", 1280)] // no scan beside it
    public async Task Where_there_is_no_room_for_printed_lines_they_go_on_below_and_nothing_is_scrolled_sideways(string name, int width)
    {
        await using var visit = await home.VisitAsync(width);
        var page = await visit.GoAsync($"/dokument/{home.Ids[name]}?sida=1");
        Assert.Equal("pre-wrap", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#text .line')).whiteSpace"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('#text').scrollWidth <= document.querySelector('#text').clientWidth"));
    }

    [Fact]
    public async Task The_front_page_says_that_it_is_by_date_and_offers_no_order()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/");
        await Expect(page.Locator("#antal")).ToHaveTextAsync("Senaste besluten");
        await Expect(page.Locator(".order")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_case_lists_each_proposal_once()
    {
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/arende/on-2019-117");
        await Expect(page.Locator("main").GetByText("Förvaltningen ska redovisa hur stödet har använts", new() { Exact = false })).ToHaveCountAsync(2); // proposed, and decided
    }

    [Fact]
    public async Task What_was_proposed_alike_and_decided_otherwise_stands_on_the_case_page_too()
    {
        string Of(string year, string sum) =>
            $"""
            Ekåsa kommun
            Tekniska nämnden
            SAMMANTRÄDESPROTOKOLL
            Sammanträdesdatum {year}-05-11

            § 12 Bänkar vid Lövtorget
            Dnr TN 2019-555

            Förslag till beslut

            1. Parkbänkarna vid Lövtorget målas om för 40 000 kronor under våren.

            Tekniska nämndens beslut

            1. Parkbänkarna vid Lövtorget målas om för {sum} kronor under våren.
            """;
        await home.DropAsync("bänkar 2019.txt", Of("2019", "40 000"));
        await home.DropAsync("bänkar 2021.txt", Of("2021", "90 000"));
        await using var visit = await home.VisitAsync();
        var page = await visit.GoAsync("/arende/tn-2019-555");
        await Expect(page.Locator(".pair .outcome")).ToHaveCountAsync(2);
        await Expect(page.Locator(".pair .outcome.changed")).ToHaveCountAsync(1);
        await Expect(page.Locator("main")).ToContainTextAsync("90 000 kronor");
    }

    [Theory]
    [InlineData("avtal.pdf", "heter .pdf men är ingen PDF-fil")]
    [InlineData("bild.TIF", "heter .TIF men är ingen TIFF-bild")]
    [InlineData("tabell.xlsx", "Filen är inte av ett slag")]
    public void A_file_that_is_not_what_its_name_says_is_told_so(string name, string told) =>
        Assert.Contains(told, Reasons.InSwedish(ProblemCode.UnknownKind, name), StringComparison.Ordinal);
}
