using Protokollsok.Documents;
using Protokollsok.Reading.Recognition;

namespace Protokollsok.Reading.Tests;

/// <summary>ä told from å by the marks above it. A word is 40 px high here, its letters 20 px wide each.</summary>
public sealed class DotsAboveTests
{
    private const int Top = 100, Height = 40, LetterWidth = 20;

    [Theory]
    [InlineData("lågga", "1:", "lägga")] // the strokes of a typewriter
    [InlineData("lågga", "1o", "lågga")]
    [InlineData("Ångsgård", "0: 5o", "Ängsgård")]
    [InlineData("tillgångliga", "1. 6: 9.", "tillgängliga")]
    [InlineData("tillgångliga", "6:", "tillgängliga")] // the dots of heavy i have run together with them
    [InlineData("tillgångliga", "1. 6:", "tillgångliga")] // which mark is whose cannot be told
    [InlineData("vårdförsäljning", "5: 9: 11.", "vårdförsäljning")] // the ring touches its letter; what follows is another's
    [InlineData("någon", "1'", "någon")] // two specks of unlike size
    [InlineData("någon", "1,", "någon")] // beside the letters, not above
    [InlineData("mängd", "1o", "mängd")] // dots that have run together look like a ring
    public void Takes_two_marks_side_by_side_for_dots(string read, string marks, string printed)
    {
        var word = new SeenWord(read, new Box(0, Top, read.Length * LetterWidth, Height), 0.9, "swe");
        IReadOnlyList<Box> parts = [.. marks.Split(' ').SelectMany(mark => Parts(mark)), new Box(0, Top + 16, read.Length * LetterWidth, 24)];

        Assert.Equal(printed, Assert.Single(new DotsAbove(_ => parts).Mend([word])).Text);
    }

    /// <summary>The letter's index and what stands above it.</summary>
    private static Box[] Parts(string mark)
    {
        int x = (int.Parse(mark[..^1], System.Globalization.CultureInfo.InvariantCulture) * LetterWidth) + 4;
        return mark[^1] switch
        {
            ':' => [new Box(x, Top, 4, 12), new Box(x + 7, Top, 5, 12)],
            'o' => [new Box(x + 2, Top, 8, 8)],
            '\'' => [new Box(x, Top, 3, 4), new Box(x + 7, Top, 9, 10)],
            ',' => [new Box(x, Top + 30, 4, 8), new Box(x + 7, Top + 30, 4, 8)],
            _ => [new Box(x + 4, Top + 2, 5, 5)],
        };
    }
}
