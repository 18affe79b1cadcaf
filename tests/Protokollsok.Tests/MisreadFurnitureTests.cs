using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Tests;

/// <summary>Heads and signature rows of a bad scan differ from page to page by a letter; running text stays.</summary>
public sealed class MisreadFurnitureTests
{
    private static readonly string[] Text =
    [
        "Nämnden har fått en ansökan om bidrag till bystugan.", "Föreningen äger huset sedan länge och sköter det väl.", "Taket läcker, och vintern är nära.",
        "Åtgärden bedöms vara nödvändig.", "Förvaltningen föreslår att bidraget betalas ut i höst.", "Kostnaden ryms inom årets ram för byggnader.",
    ];

    private static readonly string[] OtherText =
    [
        "Vägen till badplatsen är smal och saknar belysning.", "Boende har lämnat synpunkter på farten.", "Trafikverket äger frågan om skyltning.",
        "Ett samråd hölls i skolans matsal.", "Protokollet från samrådet bifogas.", "Ärendet återkommer i december.",
    ];

    [Theory]
    [InlineData("Björkåsa kommun", "Björkåsa kornmun")]
    [InlineData("Fritids- och ängsnämnden Dnr FÄN 2021-77", "Fritids- och ärigsnämnden Dnr FÄN 2021-77")]
    public void A_head_with_a_misread_letter_is_furniture(string head, string misread)
    {
        var running = Running([head, .. Text], [misread, .. OtherText]);

        Assert.DoesNotContain(head, running, StringComparison.Ordinal);
        Assert.DoesNotContain(misread, running, StringComparison.Ordinal);
        Assert.Contains(Text[0], running, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ordförandens signatur Justerarens sigriatur Justerarens signatur", true)]
    [InlineData("Ordtörandens signatur Justerarens signalur", true)]
    [InlineData("Justerarens signatur saknas på sidan fem", false)]
    [InlineData("Ordföranden signerade avtalet", false)]
    public void A_signature_row_with_misread_letters_is_furniture(string row, bool isFurniture) =>
        Assert.Equal(!isFurniture, Running([.. Text, row]).Contains(row, StringComparison.Ordinal));

    [Fact]
    public void Lines_that_are_alike_on_one_page_are_a_list()
    {
        string[] list = ["Bidrag till Sågkärrs bystuga", "Bidrag till Sågkärrs bystugor", .. Text];

        Assert.Contains(list[0], Running(list, OtherText), StringComparison.Ordinal);
    }

    private static string Running(params string[][] pages)
    {
        var record = MinutesExtractor.Extract(new DocumentRecord
        {
            Id = DocumentId.Of([]),
            Source = new Source("sidor.txt", 0, "text/plain", pages.Length),
            Pages = [.. pages.Select((lines, index) => new PageRecord(index + 1, string.Join('\n', lines), PageOrigin.TextFile, 1, null, null, null, [], []))],
        });
        return RunningText.Of(record.Pages).Text;
    }
}
