using Protokollsok.Documents;
using Protokollsok.Reading.Recognition;

namespace Protokollsok.Reading.Tests;

/// <summary>Lines as an engine lays them out, and the order in which a person reads them.</summary>
public sealed class RowOrderTests
{
    private const int Height = 20, LetterWidth = 10;

    [Fact]
    public void Puts_a_heading_and_what_stands_beside_it_into_one_row()
    {
        SeenLine[] columns = [Line(0, 0, "Plats"), Line(0, 40, "Justerare"), Line(300, 0, "Bygdegården"), Line(300, 40, "Asta Ek")];

        Assert.Equal(["Plats Bygdegården", "Justerare Asta Ek"], Read(columns));
    }

    [Fact]
    public void Keeps_lines_that_stand_half_a_line_lower_apart()
    {
        SeenLine[] head = [Line(0, 0, "Björkåsa"), Line(300, 14, "2021-05-18"), Line(0, 28, "Ängsnämnden")];

        Assert.Equal(["Björkåsa", "2021-05-18", "Ängsnämnden"], Read(head));
    }

    [Fact]
    public void Sorts_rows_by_height_but_leaves_what_stands_before_and_after_them()
    {
        SeenLine[] lines = [Line(0, 0, "Rubrik"), Line(0, 80, "två"), Line(0, 40, "ett"), Line(300, 40, "1"), Line(300, 80, "2"), Line(0, 120, "slut")];

        Assert.Equal(["Rubrik", "ett 1", "två 2", "slut"], Read(lines));
    }

    [Fact]
    public void Reads_columns_of_prose_one_after_the_other()
    {
        const string Prose = "en rad som är lång nog för prosa";
        SeenLine[] columns = [.. Enumerable.Range(0, 8).Select(row => Line(0, row * 40, $"v{row} {Prose}")),
            .. Enumerable.Range(0, 8).Select(row => Line(500, row * 40, $"h{row} {Prose}"))];

        Assert.Equal(columns.Select(line => Text(line.Words)), Read(columns));
    }

    [Fact]
    public void Keeps_the_rows_of_a_long_table_with_short_cells()
    {
        SeenLine[] columns = [.. Enumerable.Range(0, 8).Select(row => Line(0, row * 40, $"Post {row}")),
            .. Enumerable.Range(0, 8).Select(row => Line(500, row * 40, $"{row} 500"))];

        Assert.Equal(Enumerable.Range(0, 8).Select(row => $"Post {row} {row} 500"), Read(columns));
    }

    [Fact]
    public void Reads_a_row_anew_that_was_cut_through_a_word()
    {
        SeenLine[] pieces = [Line(0, 0, "Fritidsnämn"), Line(115, 0, "den")];

        var rows = RowOrder.Of(pieces, _ => [.. Line(0, 0, "Fritidsnämnden").Words]);

        Assert.Equal("Fritidsnämnden", Text(Assert.Single(rows).Words));
    }

    private static IEnumerable<string> Read(IReadOnlyList<SeenLine> lines) => RowOrder.Of(lines, _ => []).Select(line => Text(line.Words));

    private static string Text(IEnumerable<SeenWord> words) => string.Join(' ', words.Select(word => word.Text));

    private static SeenLine Line(int x, int y, string text)
    {
        var words = new List<SeenWord>();
        foreach (var word in text.Split(' '))
        {
            words.Add(new SeenWord(word, new Box(x, y, word.Length * LetterWidth, Height), 0.9, "swe"));
            x += (word.Length + 1) * LetterWidth;
        }

        return new SeenLine(words, StartsBlock: false);
    }
}
