using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>What a person types against what stands in the document, each in a document of its own.</summary>
public class WordSearchTests(WordSearchTests.Archive archive) : IClassFixture<WordSearchTests.Archive>
{
    [Theory]
    [InlineData("stöd", "1", MatchKind.Compound)]
    [InlineData("föräldrastöd", "2", MatchKind.Compound)] // a compound inside a longer one
    [InlineData("beslut", "3", MatchKind.Compound)]
    [InlineData("förvaltningen", "4", MatchKind.Compound)] // inflected, and a part
    [InlineData("nämnden", "5", MatchKind.Inflection)]
    [InlineData("nämnd", "5", MatchKind.Inflection)]
    [InlineData("familjecentral", "6", MatchKind.Inflection)]
    [InlineData("kommunstyrelse", "7", MatchKind.Inflection)]
    [InlineData("förslag", "8", MatchKind.Inflection)]
    [InlineData("beslutade", "9", MatchKind.Inflection)]
    [InlineData("uppsägning", "10", MatchKind.Exact)] // repaired
    [InlineData("uppségning", "10", MatchKind.OcrVariant)] // typed as the scan was read
    [InlineData("områdesarbete", "11", MatchKind.OcrVariant)] // only suggested, the text still says something else
    [InlineData("omrddesarbete", "11", MatchKind.Exact)]
    [InlineData("R&d", "12", MatchKind.OcrVariant)]
    [InlineData("\"R&d och Stdd\"", "12", MatchKind.Exact)] // och stands there
    [InlineData("\"råd och stöd\"", "12", MatchKind.Exact)]
    [InlineData("ställningstagande", "13", MatchKind.Folded)] // dots lost in the scan, nobody repaired them
    [InlineData("forskoleklassen", "14", MatchKind.Folded)] // dots not typed
    [InlineData("875000", "15", MatchKind.Exact)]
    [InlineData("875 000", "15", MatchKind.Exact)]
    [InlineData("\"875 000 kronor\"", "15", MatchKind.Exact)]
    [InlineData("2019-04-02", "16", MatchKind.Exact)]
    [InlineData("cykelgarage*", "17", MatchKind.Exact)]
    [InlineData("snoroj*", "18", MatchKind.Folded)]
    [InlineData("avstyck*", "19", MatchKind.Exact)] // joined over the line end
    public async Task Finds_what_is_meant_and_says_why(string query, string name, MatchKind because)
    {
        var hits = (await archive.SearchAsync(query)).Hits;
        var hit = Assert.Single(hits, hit => hit.Document.Title == name);
        Assert.Equal(because, hit.MatchedBy[0]);
        Assert.Contains("<mark>", hit.Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rast", "1")] // föräldrastöd has no such part
    [InlineData("får", "20")] // another word, and so short that the dots are meant
    [InlineData("\"stöd och råd\"", "12")] // the order of a phrase counts
    public async Task Does_not_find_another_word(string query, string name)
    {
        Assert.DoesNotContain(name, await archive.NamesAsync(query));
    }

    [Theory]
    [InlineData("stöd", "<mark>Föräldrastöd</mark>")]
    [InlineData("uppségning", "<mark>Uppsägning</mark>")]
    [InlineData("875000", "<mark>875 000</mark>")]
    public async Task Marks_whole_words_also_where_only_a_part_or_the_misreading_matched(string query, string marked)
    {
        var page = await archive.SearchAsync(query);
        Assert.Contains(page.Hits, hit => hit.Snippet.Contains(marked, StringComparison.Ordinal));
    }

    public sealed class Archive : TemporaryIndex
    {
        private const string Ending = "Uppsägning av lokalen vid torget.";
        private const string Area = "Vårt omrddesarbete fortsätter.";
        private const string Counsel = "Enheten Råd och Stöd flyttar.";

        protected override IEnumerable<DocumentRecord> Records =>
        [
            Invented.Letter("1", "Föräldrastöd ges i Lillhamra."),
            Invented.Letter("2", "Medel till föräldrastödsarbetet i Storvik."),
            Invented.Letter("3", "Beslutsunderlag saknas."),
            Invented.Letter("4", "Omsorgsförvaltningen svarar."),
            Invented.Letter("5", "Nämndens och nämnders ansvar."),
            Invented.Letter("6", "Familjecentralerna öppnar."),
            Invented.Letter("7", "Kommunstyrelsens ordförande."),
            Invented.Letter("8", "Förslagen samlas."),
            Invented.Letter("9", "Medlen beslutades i mars."),
            Invented.Letter("10", Ending, Invented.Repaired(Ending, "Uppségning", "Uppsägning")),
            Invented.Letter("11", Area, Invented.Suggested(Area, "omrddesarbete", "områdesarbete")),
            Invented.Letter("12", Counsel, Invented.Repaired(Counsel, "R&d", "Råd"), Invented.Repaired(Counsel, "Stdd", "Stöd")),
            Invented.Letter("13", "Stallningstagande till remissen."),
            Invented.Letter("14", "Förskoleklassen i Granby."),
            Invented.Letter("15", "Kostnaden är 875\u00A0000 kronor."),
            Invented.Letter("16", "Mötet 2019-04-02 ställdes in."),
            Invented.Letter("17", "Två cykelgarage och ett till: cykelgarageplatsen."),
            Invented.Letter("18", "Snöröjningen upphandlas."),
            Invented.Letter("19", "Ansökan om avstyck-\nning av tomten."),
            Invented.Letter("20", "Han far till Rom."),
        ];
    }
}
