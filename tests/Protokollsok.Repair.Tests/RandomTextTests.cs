using System.Text;

namespace Protokollsok.Repair.Tests;

/// <summary>Whatever comes in: nothing is thrown, lines stay lines, places stay inside, a second repair changes nothing.</summary>
public sealed class RandomTextTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    private const string Signs = "aaddéiiooeenrstlkg&#1460 -./:,;()§$8S\t\n\nÅÄÖåäö@_%\u00A0\u2013\uFFFD\uD83DxZ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Signs_thrown_together_are_survived(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(400); length > 0; length--) text.Append(Signs[random.Next(Signs.Length)]);
            CheckWhole(text.ToString());
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void A_letter_with_random_damage_is_survived(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 15; i++)
        {
            var text = new StringBuilder(DamagedTexts.DamagedLetter);
            for (var changes = random.Next(40); changes > 0; changes--) text[random.Next(text.Length)] = Signs[random.Next(Signs.Length)];
            CheckWhole(text.ToString());
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Words_with_blanks_added_and_lost_are_survived(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var text = new StringBuilder();
            foreach (var c in DamagedTexts.Around("B E S L U T om Ã¤rende, S0cialnamnden och n\uFFFDmnden, f|r {ldre"))
            {
                if (c != ' ' || random.Next(8) > 0) text.Append(c);
                if (c != '\n' && random.Next(20) == 0) text.Append(' ');
            }

            CheckWhole(text.ToString());
        }
    }

    [Fact]
    public void A_very_long_word_is_survived() => CheckWhole(DamagedTexts.DamagedLetter + new string('d', 5_000) + string.Concat(Enumerable.Repeat("omradesnamnd", 200)));

    [Theory]
    [InlineData("d", false)]
    [InlineData("å", false)]
    [InlineData("å", true)] // on lines that kept their letters single marks are looked at
    [InlineData("namnden", false)]
    [InlineData("nämnden", true)]
    [InlineData("6", false)]
    [InlineData("a-", false)] // 100,000 words in one chunk
    [InlineData("a/", false)]
    [InlineData("Ã¤", false)]
    [InlineData("{d", true)]
    [InlineData("\uFFFDd", false)]
    [InlineData("B ", true)] // letters printed apart that never become a word
    [InlineData("dd-\n", false)] // each broken at its line's end
    public void A_word_of_200000_letters_is_left_as_it_is_and_costs_no_more_than_its_length(string part, bool isSound)
    {
        var endless = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var letter = isSound ? DamagedTexts.Letter : DamagedTexts.DamagedLetter;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var repaired = model.Repaired($"{letter}\n{endless}\n{letter}");

        Assert.Contains(endless, repaired, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }

    private void CheckWhole(string text)
    {
        var repaired = model.Repairer.Repair([text])[0];

        Assert.Equal(text.Count(c => c == '\n'), repaired.Text.Count(c => c == '\n'));
        Assert.All(repaired.Corrections, correction =>
            Assert.Equal(correction.Applied ? correction.Now : correction.Was, repaired.Text.Substring(correction.Start, correction.Length)));
        Assert.Equal(repaired.Text, model.Repaired(repaired.Text));
    }
}
