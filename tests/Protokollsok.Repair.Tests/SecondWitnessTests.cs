using Protokollsok.Documents;

namespace Protokollsok.Repair.Tests;

/// <summary>Two readings of one page: an engine's, and a text layer's, in which marks are lost.</summary>
public sealed class SecondWitnessTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    [Theory]
    [InlineData("sigriatur", "signatur", "signatur")]
    [InlineData("Sigriatur", "Signatur", "Signatur")]
    [InlineData("verksarnheten", "verksamheten", "verksamheten")]
    [InlineData("skolgårderi", "skolgarden", "skolgården")] // each lost something else
    [InlineData("nämmndsammanträdet", "namndsammantradet", "nämndsammanträdet")] // a compound
    [InlineData("biblioteket,", "bibliotcket,", "biblioteket,")] // the layer's fault
    public void What_two_readings_show_together_stands_there(string seen, string other, string printed) =>
        Assert.Contains($"handlar om {printed} i dag", Repaired(seen, other).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("sigriatur", null)] // nobody else has read it
    [InlineData("sigriatur", "sagnatar")] // nor anybody who knows it
    [InlineData("sigriatur", "vägen")] // another word lies there
    [InlineData("Sällanby", "Sallanby")] // a name
    [InlineData("Bråstorpa", "Brastorpn")]
    [InlineData("Hallén", "Hallen")]
    [InlineData("förskola", "forskola")]
    [InlineData("1989-11-14", "1989-11-11")]
    [InlineData("sigriatur/12", "signatur/12")]
    public void What_they_do_not_show_stays_as_read(string seen, string? other)
    {
        var page = Repaired(seen, other);

        Assert.Contains($"handlar om {seen} i dag", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Corrections);
    }

    [Fact]
    public void A_mark_that_only_one_reading_has_is_believed_where_it_comes_again()
    {
        var once = model.Repairer.Repair([Page(("Vi har persönal nu.", "Vi har personal nu."))])[0];
        var twice = model.Repairer.Repair([Page(("Vi har persönal nu.", "Vi har personal nu."), ("Där finns persönal.", "Dar finns personal."))])[0];

        Assert.Contains(once.Corrections, correction => (correction.Was, correction.Now) == ("persönal", "personal"));
        Assert.DoesNotContain(twice.Corrections, correction => correction.Was == "persönal");
    }

    [Fact]
    public void Repairing_what_two_readings_mended_changes_nothing_more()
    {
        var once = Repaired("sigriatur", "signatur").Text;

        Assert.Equal(once, model.Repairer.Repair([once])[0].Text);
    }

    private RepairedPage Repaired(string seen, string? other) =>
        model.Repairer.Repair([Page(($"Ärendet handlar om {seen} i dag och på måndag.", $"Arendet handlar om {other ?? seen} i dag och pa mandag."))])[0];

    /// <summary>A sound page; beside each of the lines, what the layer has.</summary>
    private static PageReading Page(params (string Seen, string Other)[] lines)
    {
        var sound = DamagedTexts.Letter.Split('\n').Select(line => Line(line, line));
        return new PageReading(1, PageOrigin.Ocr, 0.95, 2480, 3508, 300, "engine", [.. sound, .. lines.Select(line => Line(line.Seen, line.Other))]);
    }

    private static LineReading Line(string seen, string other)
    {
        var words = new List<WordReading>();
        var start = 0;
        foreach (var (word, its) in seen.Split(' ').Zip(other.Split(' ')))
        {
            words.Add(new WordReading(start, word.Length, new Box(start, 0, 1, 1), 0.95, "swe") { Other = its == word ? null : its });
            start += word.Length + 1;
        }

        return new LineReading(seen, words);
    }
}
