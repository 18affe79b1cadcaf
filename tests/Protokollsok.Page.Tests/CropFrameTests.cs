using Protokollsok.Documents;
using Protokollsok.Pages;

namespace Protokollsok.Page.Tests;

public sealed class CropFrameTests
{
    private const int Wide = 2480, High = 3508;

    /// <summary>Twelve lines of words; every second line begins further in, the last word of each ends elsewhere.</summary>
    private static readonly Box[] Words = [.. Enumerable.Range(0, 12).SelectMany(line => Enumerable.Range(0, 9).Select(word =>
        new Box(200 + (line % 2 * 60) + (word * 190), 300 + (line * 66) + (word % 3), 150 + (line * 5), 44)))];

    [Theory]
    [InlineData(0)] // the first word of the page
    [InlineData(40)]
    [InlineData(107)] // the last
    public void No_letter_is_cut_at_the_side_and_no_line_in_half(int focus)
    {
        var crop = CropFrame.Around(Words, Words[focus], Wide, High, 6);
        Assert.True(Holds(crop, Words[focus]));
        Assert.All(Words, word => Assert.True(Holds(crop, word) || word.Y >= crop.Bottom || word.Bottom <= crop.Y, $"{word} is cut by {crop}"));
        Assert.InRange(crop.Width / (double)crop.Height, 6, 40);
    }

    [Fact]
    public void A_short_line_alone_is_not_blown_up()
    {
        var crop = CropFrame.Around([new Box(200, 300, 90, 44)], new Box(200, 300, 90, 44), Wide, High, 6);
        Assert.InRange(crop.Width, Wide / 2, Wide);
    }

    [Fact]
    public void A_page_without_words_shows_its_top()
    {
        var crop = CropFrame.Around([], focus: null, Wide, High, 6);
        Assert.Equal((0, 0, Wide), (crop.X, crop.Y, crop.Width));
    }

    [Fact]
    public void Boxes_at_or_over_the_edge_of_the_page_give_a_crop_inside_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 30)).Select(_ => new Box(random.Next(-20, 500), random.Next(-20, 700), random.Next(0, 300), random.Next(0, 90))).ToList();
            var crop = CropFrame.Around(words, words[random.Next(words.Count)], 480, 640, 6);
            Assert.True(crop is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0, Right: <= 480, Bottom: <= 640 }, $"{crop}");
        }
    }

    private static bool Holds(Box crop, Box word) => word.X >= crop.X && word.Right <= crop.Right && word.Y >= crop.Y && word.Bottom <= crop.Bottom;
}
