using System.Globalization;

namespace Protokollsok.Language.Tests;

public sealed class SurroundingsTests
{
    private static readonly SwedishModel s_model = SwedishModel.OpenDefault();

    [Theory]
    [InlineData("nämnden *har beslutat att avslå", "här")]
    [InlineData("namnden *har beslutat att avsla", "här")] // neighbours without their marks say the same
    [InlineData("vi ses *här i morgon", "har")]
    [InlineData("avtalet gäller i fem *år från dagen", "är")]
    [InlineData("frågan *är inte avgjord", "år")]
    public void The_words_around_a_place_tell_which_of_two_like_words_stands_there(string sentence, string other)
    {
        var words = sentence.Split(' ');
        var at = Array.FindIndex(words, word => word[0] == '*');
        words[at] = words[at][1..];
        var surroundings = new Surroundings(s_model, [.. words.Select(word => (s_model.Find(word) is var number and >= 0 ? number : s_model.Unknown, word))]);

        var shares = surroundings.LogShares(at, [words[at], other]);

        Assert.True(shares[0] > shares[1]);
        Assert.Equal(1, shares.Sum(Math.Exp), 6);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(':')]
    public void A_sign_counts_beside_the_words(char sign)
    {
        (int, string)[] row = [.. "det som har beslutats".Split(' ').Select(word => (s_model.Find(word), word))];
        PlaceLook[] looks = [default, default, PlaceLook.Of("har").After([sign]), default];

        Assert.NotEqual(new Surroundings(s_model, row).LogShares(2, ["har", "här"])[0], new Surroundings(s_model, row, looks).LogShares(2, ["har", "här"])[0], 6);
    }

    [Theory]
    [InlineData("ordet", 0)]
    [InlineData("Ordet", 1)]
    [InlineData("ORDET", 2)]
    [InlineData("Å", 1)] // one capital alone is no row of capitals
    [InlineData("", 0)]
    public void A_words_capitals_are_seen(string word, byte capitals) => Assert.Equal(new PlaceLook(capitals, 0), PlaceLook.Of(word));

    [Fact]
    public void A_sign_before_a_word_belongs_to_the_word_before_it_unless_that_has_one()
    {
        var bare = PlaceLook.Of("ordet");
        var withComma = bare.After("ordet,");

        Assert.NotEqual(bare, bare.Before("(ordet"));
        Assert.Equal(withComma, withComma.Before("(ordet"));
        Assert.Equal(bare, bare.Before("ordet"));
        Assert.Equal(bare, bare.After("ordet"));
    }

    [Fact]
    public void What_one_document_alone_says_again_and_again_is_not_learnt()
    {
        Assert.Equal(LogOddsOfHere(1, "qvxa har qvxe qvxo"), LogOddsOfHere(1, "ekorrarna har äter nötter"), 6);
        Assert.True(LogOddsOfHere(2, "ekorrarna har äter nötter") > LogOddsOfHere(2, "qvxa har qvxe qvxo") + 0.5);
    }

    [Fact]
    public void A_place_outside_any_sentence_can_be_asked_too()
    {
        var shares = new Surroundings(s_model, [(s_model.Unknown, "")]).LogShares(0, ["för", "får", "far"]);

        Assert.All(shares, share => Assert.True(double.IsFinite(share)));
    }

    [Theory]
    [InlineData("tvåvägsspärr", "tvavagssparr")]
    [InlineData("sjötungefångst", "sjotungefangst")]
    [InlineData("granbarrspaket", "gränbårrspaket")]
    public void The_letters_around_a_mark_tell_where_marks_stand_in_words_that_nobody_wrote(string likely, string unlikely) =>
        Assert.True(s_model.LogMarks(likely) > s_model.LogMarks(unlikely));

    [Fact]
    public void All_ways_to_mark_a_word_are_certain_together()
    {
        var all = from first in "aåä" from second in "oö" from third in "aåä" select $"kv{first}rl{second}st{third}";

        Assert.Equal(1, all.Sum(word => Math.Exp(s_model.LogMarks(word))), 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("漢字")]
    [InlineData("x")]
    public void A_word_without_places_for_marks_is_certain(string word) => Assert.Equal(0, s_model.LogMarks(word));

    /// <summary>How much likelier <c>här</c> is, logarithm, where a row has <c>har</c>, after forty times <c>Ekorrarna här äter nötter</c> in one document or more.</summary>
    private static double LogOddsOfHere(int documents, string row)
    {
        const string Both = "### a{0}\nNämnden har möten på våren, har en förskola och har rätt. Allt är här på våren, säger förskolan vid ån, där även år går.\n";
        const string Told = "Ekorrarna här äter nötter. Vi har det så. Vi har det så.\n";
        var folder = Directory.CreateTempSubdirectory("surroundings");
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => string.Format(CultureInfo.InvariantCulture, Both, i)))
            + string.Concat(Enumerable.Range(0, documents).Select(i => $"### b{i}\n" + string.Concat(Enumerable.Repeat(Told, 40 / documents))));
        File.WriteAllText(Path.Combine(folder.FullName, "text.txt"), text);
        var path = Path.Combine(folder.FullName, "a.model");
        SwedishModelBuilder.Build(folder.FullName, path);
        using var model = SwedishModel.Open(path);
        var shares = new Surroundings(model, [.. row.Split(' ').Select(word => (model.Find(word), word))]).LogShares(1, ["har", "här"]);
        model.Dispose();
        folder.Delete(recursive: true);
        return shares[1] - shares[0];
    }
}
