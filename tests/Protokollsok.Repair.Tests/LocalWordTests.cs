using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>What is known of a place decides what nobody else can know.</summary>
public sealed class LocalWordTests : IDisposable
{
    private const string Line = "Elever fran Brastorpa och Gransjoby har sokt till skolan i Brastorpa.";

    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Without_knowledge_a_name_stays_as_read() =>
        Assert.Contains("från Brastorpa och", Repaired(LocalWords.None), StringComparison.Ordinal);

    [Fact]
    public void A_listed_name_is_restored() =>
        Assert.Contains("Elever från Bråstorpa och Gränsjöby har sökt till skolan i Bråstorpa.", Repaired(LocalWords.Of(null, ["Bråstorpa # en by", "Gränsjöby skola"])), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_is_listed_without_marks_keeps_none() =>
        Assert.Contains("från Brastorpa och", Repaired(LocalWords.Of(null, ["Brastorpa"])), StringComparison.Ordinal);

    [Fact]
    public void A_name_of_sound_pages_is_restored_on_damaged_ones()
    {
        var learnt = new LearntWords();
        learnt.Learn("first", ["Skolan i Bråstorpa är stängd.", "Bråstorpa och Gränsjöby får en väg."]);
        learnt.Learn("second", ["I Gränsjöby bor många."]);

        Assert.Contains("från Bråstorpa och Gränsjöby", Repaired(LocalWords.Of(learnt, [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Punkterna i Sällanby rad for kvarnen behandlas.", "Sällanby rad för kvarnen")]
    [InlineData("Punkterna i Sällanby rad for kvarnen behandlas.", "Sällanby råd för kvarnen")]
    public void What_the_place_writes_beside_a_word_decides_what_it_is(string line, string written)
    {
        var learnt = new LearntWords();
        for (var i = 0; i < 6; i++) learnt.Learn($"{i}", [$"Vi läste {written} och åkte hem."], new LookAlikes(_model));
        var repaired = new Repairer(_model, new RepairOptions { ApplyFrom = 0.5 }, LocalWords.Of(learnt, [])).Repair([DamagedTexts.Around(WordsOf(line))])[0].Text;

        Assert.Contains(written, repaired, StringComparison.Ordinal);
    }

    private static string WordsOf(string line) => line.Replace('ä', 'a').Replace('å', 'a').Replace('ö', 'o');

    private string Repaired(LocalWords words) => new Repairer(_model, new RepairOptions(), words).Repair([DamagedTexts.Around(Line)])[0].Text;
}
