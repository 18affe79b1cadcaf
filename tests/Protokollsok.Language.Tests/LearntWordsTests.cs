namespace Protokollsok.Language.Tests;

public sealed class LearntWordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("learnt").FullName;

    private string File => Path.Combine(_folder, "learnt.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_document_is_learnt_once()
    {
        var learnt = new LearntWords();
        learnt.Learn("a", ["Vägen i Bråstorpa."]);
        learnt.Learn("a", ["Vägen i Bråstorpa."]);

        Assert.Equal(1, learnt.Counts["bråstorpa"]);
    }

    [Fact]
    public void Of_a_document_that_is_forgotten_nothing_stays()
    {
        var learnt = new LearntWords();
        var taught = learnt.Learn("a", ["Vägen i Bråstorpa."]);
        learnt.Learn("b", ["Vägen till Gränsjöby."]);

        learnt.Forget("a", taught);
        learnt.Forget("a", taught);

        Assert.Equal(["b"], learnt.Documents);
        Assert.Equal(["gränsjöby", "till", "vägen"], learnt.Counts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1, learnt.Counts["vägen"]);
    }

    [Fact]
    public void What_was_learnt_is_there_again_after_it_was_saved()
    {
        var learnt = new LearntWords();
        learnt.Learn("a", ["Vägen i Bråstorpa, Bråstorpa.", "En bru-\nten rad och 12 tal"]);
        learnt.Learn("b", []);
        learnt.Save(File);

        var again = LearntWords.Load(File);

        Assert.Equal(["a", "b"], again.Documents.Order());
        Assert.Equal(2, again.Counts["bråstorpa"]);
        Assert.False(again.Counts.ContainsKey("bru-"));
        Assert.False(again.Counts.ContainsKey("12"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something else\nword a 1\n")]
    [InlineData("protokollsok learnt 3\nword bråstorpa many\nend 0 1\n")]
    [InlineData("protokollsok learnt 3\ndocument a\nword bråstorpa 2\n")] // cut off
    [InlineData("protokollsok learnt 3\nword bråstorpa 2\nend 1 1\n")] // a line is lost
    public void A_file_that_is_not_ours_teaches_nothing(string text)
    {
        System.IO.File.WriteAllText(File, text);

        Assert.Empty(LearntWords.Load(File).Counts);
    }

    [Fact]
    public void A_word_met_once_is_not_trusted_and_a_listed_one_is()
    {
        var learnt = new LearntWords();
        learnt.Learn("a", ["Gränsjöby, gränsjöby och Bråstorpa"]);
        var words = LocalWords.Of(learnt, ["Sällanby # en ort", "# bara en anmärkning"]);

        Assert.Equal(2, words.Count("gränsjöby"));
        Assert.Equal(0, words.Count("bråstorpa"));
        Assert.True(words.Count("sällanby") > 2);
        Assert.Equal(0, words.Count("anmärkning"));
    }
}
