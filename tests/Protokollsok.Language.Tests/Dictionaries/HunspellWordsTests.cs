using System.Text;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Language.Tests.Dictionaries;

/// <summary>Small invented dictionaries, each for one thing that the format has (man 5 hunspell).</summary>
public sealed class HunspellWordsTests
{
    private const string Plural = """
        SET UTF-8
        SFX G Y 2
        SFX G 0 ar [^a]
        SFX G a or a
        """;

    [Theory]
    [InlineData(Plural, "stol/G", "stol stolar")]
    [InlineData(Plural, "flicka/G", "flicka flickor")] // the condition decides, the ending is replaced
    [InlineData(Plural, "båt/X", "båt")] // a flag that nothing explains
    [InlineData(Plural, "båt\tpo:noun", "båt")]
    [InlineData(Plural, "båt po:noun", "båt")]
    [InlineData(Plural, "ad hoc\nbåt", "båt")] // no word of ours holds a blank
    [InlineData(Plural, "e\\/d", "")] // nor a slash
    [InlineData(Plural, "VD\nMcBåt\n2d", "")] // nor capitals inside, nor digits
    [InlineData("SET UTF-8\nSFX A Y 2\nSFX A 0 s [sxz\nSFX A 0 s .", "båt/A", "båt båts")] // a group without an end is skipped
    [InlineData("SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 en .", "båt/Aa", "båt båten")]
    [InlineData("SET UTF-8\nFLAG num\nSFX 12 Y 1\nSFX 12 0 en .", "båt/3,12", "båt båten")]
    [InlineData("SET UTF-8\nAF 2\nAF A\nAF AB\nSFX B Y 1\nSFX B 0 en .", "båt/2", "båt båten")]
    [InlineData("SET UTF-8\nPFX O Y 1\nPFX O 0 o .\nSFX T Y 1\nSFX T 0 t .", "klar/OT", "klar klart oklar oklart")] // both at once
    [InlineData("SET UTF-8\nPFX O N 1\nPFX O 0 o .\nSFX T Y 1\nSFX T 0 t .", "klar/OT", "klar klart oklar")] // not both at once
    [InlineData("SET UTF-8\nSFX N Y 1\nSFX N 0 en/S .\nSFX S Y 1\nSFX S 0 s .", "båt/N", "båt båten båtens")] // an ending's ending
    [InlineData("SET UTF-8\nNEEDAFFIX !\nSFX N Y 1\nSFX N 0 en .", "spånst/N!", "spånsten")]
    [InlineData("SET UTF-8\nFORBIDDENWORD %\nSFX N Y 1\nSFX N 0 or .", "flick/N\nflick/N%\nskol/N", "flick skol skolor")] // a line of its own stands, its forbidden forms do not
    [InlineData("SET UTF-8\nFULLSTRIP\nSFX N Y 1\nSFX N gå gick gå", "gå/N", "gick gå")]
    [InlineData("SET UTF-8\nSFX N Y 1\nSFX N gå gick gå", "gå/N", "gå")] // nothing would be left
    public void A_word_takes_the_forms_that_its_flags_allow(string affixes, string words, string forms) =>
        Assert.Equal(forms, string.Join(' ', Standing(Parsed(affixes, words)).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("lån/Y", "lån", WordUses.Word | WordUses.Ends)]
    [InlineData("lån/X", "lån", WordUses.Word | WordUses.Begins)]
    [InlineData("lån/V", "lån", WordUses.Word | WordUses.Begins)]
    [InlineData("lån/V", "låns", WordUses.Begins)] // the linking letter stands in compounds only
    [InlineData("lån/YA", "lånet", WordUses.Word | WordUses.Ends)] // at the end any ending may stand
    [InlineData("lån/XA", "lånet", WordUses.Word)] // before it only one that says so
    [InlineData("skol/Z", "skol", WordUses.Begins | WordUses.Inside)]
    [InlineData("Sjövik/Y", "sjövik", WordUses.Name | WordUses.Ends)]
    [InlineData("Björn\nbjörn", "björn", WordUses.Name | WordUses.Word)]
    [InlineData("fån/!", "fån", WordUses.Word | WordUses.Unsuggested)]
    [InlineData("bårn/Y\nbårn/%", "bårn", WordUses.Word | WordUses.Ends)]
    public void A_form_knows_what_it_may_be_used_for(string words, string form, WordUses uses)
    {
        const string Affixes = """
            SET UTF-8
            COMPOUNDBEGIN X
            COMPOUNDMIDDLE U
            COMPOUNDEND Y
            COMPOUNDPERMITFLAG W
            ONLYINCOMPOUND O
            NOSUGGEST !
            FORBIDDENWORD %
            AF 11
            AF Y
            AF X
            AF XV
            AF YA
            AF XA
            AF XUO
            AF !
            AF %
            SFX A Y 1
            SFX A 0 et .
            SFX V N 1
            SFX V 0 s/WXO .
            """;
        var plain = Affixes.Split('\n').Where(line => !line.StartsWith("AF", StringComparison.Ordinal));

        var parsed = Parsed(string.Join('\n', plain), words.Replace("/V", "/XV", StringComparison.Ordinal).Replace("/Z", "/XUO", StringComparison.Ordinal));

        Assert.Equal(uses, parsed.Forms[form]);
    }

    [Fact]
    public void Another_encoding_is_read_as_the_file_says()
    {
        var latin = Encoding.Latin1;

        var parsed = HunspellWords.Parse(latin.GetBytes("SET ISO8859-1\nSFX A Y 1\nSFX A 0 ö .\n"), latin.GetBytes("1\nsjå/A\n"));

        Assert.Equal(["sjå", "sjåö"], Standing(parsed).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SET Runes\n")]
    [InlineData("SET UTF-7\n")] // which the platform has switched off
    public void An_encoding_that_nobody_knows_is_told(string affixes) =>
        Assert.Throws<InvalidDataException>(() => Parsed(affixes, "båt"));

    [Theory]
    [InlineData("\uFEFFSET UTF-8\n")]
    [InlineData("SET\tUTF-8\n")]
    [InlineData("SET  UTF-8 \r\n")]
    public void An_encoding_may_stand_behind_any_blank_and_a_mark_of_order(string affixes) =>
        Assert.Equal(["båt"], Standing(Parsed(affixes, "båt\n")));

    [Fact]
    public void Lines_that_cannot_be_read_are_counted()
    {
        var parsed = Parsed("SET UTF-8\nSFX A Y 2\nSFX A 0 s [s\nSFX B 0\nSFX C x 1\nWHAT IS this\n", "båt\n/A\n");

        Assert.Equal(4, parsed.Skipped);
        Assert.Equal(["båt"], Standing(parsed));
    }

    /// <summary>Three hundred endings that each take three hundred more, on each of a thousand words.</summary>
    [Fact]
    public void A_hostile_dictionary_grows_no_further_than_one_can_mean()
    {
        var affixes = new StringBuilder("SET UTF-8\nSFX A Y 300\nSFX B Y 300\n");
        for (var i = 0; i < 300; i++) affixes.Append("SFX A 0 " + Letters(i) + "/B .\nSFX B 0 " + Letters(i) + " .\n");

        var parsed = Parsed(affixes.ToString(), string.Join('\n', Enumerable.Range(0, 100).Select(word => $"z{Letters(word)}/A")));

        Assert.InRange(parsed.Forms.Count, 300, 100 * 2_100);
    }

    [Fact]
    public void Forbidden_forms_are_as_many_as_can_be_meant_at_most()
    {
        var affixes = new StringBuilder("SET UTF-8\nFORBIDDENWORD !\nSFX A Y 2000\n");
        for (var i = 0; i < 2_000; i++) affixes.Append("SFX A 0 " + Letters(i) + Letters(i / 512) + " .\n");

        Assert.Throws<InvalidDataException>(() => Parsed(affixes.ToString(), string.Join('\n', Enumerable.Range(0, 1_000).Select(word => $"z{Letters(word)}{Letters(word / 512)}x/A!"))));
    }

    [Fact]
    public void Rules_that_never_fit_are_tried_no_longer_than_one_can_mean()
    {
        var affixes = new StringBuilder("SET UTF-8\nSFX A Y 40000\n");
        for (var i = 0; i < 40_000; i++) affixes.Append("SFX A 0 s z\n");

        Assert.Throws<InvalidDataException>(() => Parsed(affixes.ToString(), string.Concat(Enumerable.Repeat("båt/A\n", 600))));
    }

    [Fact]
    public void A_line_that_nobody_wrote_is_skipped() =>
        Assert.Equal(2, Parsed("SET UTF-8\nSFX " + new string(' ', 20_000) + "A\n", "båt\n" + new string('å', 2_000) + "\n").Skipped);

    [Fact]
    public void Any_bytes_are_read_to_their_end()
    {
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[300];
            random.NextBytes(bytes);
            byte[] affixes = [.. "SFX A Y 9\nSFX A 0 s\nFLAG num\nSFX "u8, .. bytes];

            Assert.NotNull(HunspellWords.Parse(affixes, bytes));
        }
    }

    private static string Letters(int number) => string.Create(3, number, static (letters, n) =>
    {
        for (var i = 0; i < letters.Length; i++, n /= 8) letters[i] = "abdegilk"[n % 8];
    });

    private static HunspellWords Parsed(string affixes, string words) => HunspellWords.Parse(Encoding.UTF8.GetBytes(affixes), Encoding.UTF8.GetBytes(words));

    private static IEnumerable<string> Standing(HunspellWords words) =>
        words.Forms.Where(form => (form.Value & (WordUses.Word | WordUses.Name)) != 0).Select(form => form.Key);
}
