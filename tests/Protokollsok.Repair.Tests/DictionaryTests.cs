using System.Text;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair.Tests;

/// <summary>An invented dictionary knows words that the model does not; tests never use one that is installed.</summary>
public sealed class DictionaryTests : IDisposable
{
    private const string Affixes = "SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDEND Y\nNOSUGGEST !\nSFX N Y 2\nSFX N 0 en .\nSFX N 0 ar .\n";

    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("Barnen fick en brasma av kommunen.", "bråsma/N", "en bråsma av")]
    [InlineData("Barnen fick tre brasmaar av kommunen.", "bråsma/N", "tre bråsmaar av")] // in any form
    [InlineData("Barnen fick en brasma av kommunen.", "bråsma\nbrasma", "en brasma av")] // it stands as it was read
    [InlineData("Barnen fick en brasma av kommunen.", "bråsma/!", "en brasma av")] // never to be suggested
    [InlineData("Resan till Granvara var lang.", "Gränvara", "till Gränvara var")]
    [InlineData("Namnden koper en kvasselglamma i dag.", "kvässel/X\nglåmma/Y", "en kvässelglåmma i")]
    public void A_word_of_the_dictionary_is_what_was_printed(string line, string words, string repaired) =>
        Assert.Contains(repaired, Suggested(line, words), StringComparison.Ordinal);

    [Fact]
    public void Without_the_dictionary_nobody_knows() =>
        Assert.Contains("en brasma av", Suggested("Barnen fick en brasma av kommunen.", ""), StringComparison.Ordinal);

    /// <summary>Each of these words would be one with marks; a page of them looks damaged to who does not know that they stand so.</summary>
    [Fact]
    public void Words_that_stand_as_read_show_no_damage()
    {
        const string Page = "Smarsken saldes.\nSmarsken klippes.\nSmarsken holjes.";
        const string Words = "smarsken\nsaldes\nklippes\nholjes\nsmårsken\nsåldes\nhöljes";

        Assert.Equal(Page, New(Words, new RepairOptions { ApplyFrom = 0.5 }).Repair([Page])[0].Text);
    }

    /// <summary>On a sound line a word with a mark is not taken for another one because the other is commoner.</summary>
    [Fact]
    public void A_word_of_the_dictionary_stands_on_sound_lines()
    {
        var options = new RepairOptions { ApplyFrom = 0.5 };
        var page = DamagedTexts.Letter.Replace("nödvändig", "nödvåndig", StringComparison.Ordinal);

        Assert.Equal(page, New("nödvåndig", options).Repair([page])[0].Text);
        Assert.Contains("nödvändig", New("annat", options).Repair([page])[0].Text, StringComparison.Ordinal);
    }

    private string Suggested(string line, string words) =>
        New(words, new RepairOptions { ApplyFrom = 0.5 }).Repair([DamagedTexts.Around(line)])[0].Text;

    private Repairer New(string words, RepairOptions options) =>
        new(_model, options, LocalWords.None, ListedWords.Of(HunspellWords.Parse(Encoding.UTF8.GetBytes(Affixes), Encoding.UTF8.GetBytes(words))));
}
