using Protokollsok.Corrections;
using Protokollsok.Documents;

namespace Protokollsok.Page.Tests;

/// <summary>What people write when they review, and what is kept of it.</summary>
public sealed class WrittenAnswerTests
{
    private const string Text = "Nämnden godkänner förvalt-\nningens taxa för vatten -\noch avlopp.";

    private static readonly DocumentRecord Record = new()
    {
        Id = DocumentId.Of([1]),
        Source = new Source("a.txt", 1, "text/plain", 1),
        DocumentType = DocumentType.Protokoll,
        Amounts = [new Found<Amount>(new Amount(125_000), "125.000:-", new Place(1, 0, 9), .7)],
        Pages = [new PageRecord(1, Text, PageOrigin.Ocr, .9, 2480, 3508, 300, [], [])],
    };

    [Theory]
    [InlineData("125000")]
    [InlineData("125 000")]
    [InlineData("125000,5")]
    [InlineData("125000.50")]
    [InlineData("")] // no sum
    public void A_sum_that_can_be_read_in_one_way_is_taken(string kronor) =>
        Assert.Equal($"125.000:-={kronor}".TrimEnd(), CorrectionField.Checked(CorrectionField.Amount, $"125.000:-={kronor}", Record, _ => null));

    [Theory]
    [InlineData("125.000")] // 125 kronor, for a program
    [InlineData("125,000")]
    [InlineData("1.250.000")]
    [InlineData("12.500,50")]
    [InlineData("hundra")]
    public void A_sum_that_can_be_read_in_two_is_refused(string kronor) =>
        Assert.Throws<WrongUseException>(() => CorrectionField.Checked(CorrectionField.Amount, $"125.000:-={kronor}", Record, _ => null));

    [Theory]
    [InlineData("förvalt", true)]
    [InlineData("ningens", true)]
    [InlineData("godkänner", false)]
    [InlineData("taxa", false)]
    [InlineData("avlopp", false)]
    public void Half_of_a_word_is_kept_as_one(string word, bool isHalf)
    {
        var place = PlacedWord.At($"1/{Text.IndexOf(word, StringComparison.Ordinal)}={word}x", Record)!.Value.Place;
        Assert.Equal(isHalf, place.IsHalf);
        Assert.Equal(place, PlacedWord.Parse(place.ToString()));
    }
}
