using System.Buffers.Binary;
using System.Diagnostics;

namespace Protokollsok.Language.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model").FullName;

    /// <summary>A few invented sentences, several times over.</summary>
    private static readonly string s_corpus = string.Concat(Enumerable.Range(1, 25).Select(document => $"""
        ### {document}
        Nämnden beslutade att bygga en förskola vid ån. Förskolan är färdig nästa år och får fyra avdelningar.
        I förskolan finns en förskolenämnd, säger Sjöviks kommun, där även Märta Exempelsson {(document <= 5 ? "Sällanström" : "")} sitter.

        """));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_counts_the_words_of_its_corpus()
    {
        using var model = SwedishModel.Open(Build());

        Assert.InRange(model.Count("förskolan"), 48, 52); // counts are kept to about 3 %
        Assert.Equal(0, model.Count("forskolan"));
        Assert.Equal(0, model.Count(""));
        Assert.Equal(0, model.Count("漢字"));
    }

    [Fact]
    public void A_name_that_stands_in_few_documents_is_left_out()
    {
        using var model = SwedishModel.Open(Build());

        Assert.Equal(0, model.Count("sällanström"));
        Assert.True(model.Count("sjöviks") > 0);
    }

    [Fact]
    public void A_word_seen_once_is_left_out()
    {
        using var model = SwedishModel.Open(Build(s_corpus + "### sist\nEn ensam ödla är här.\n"));

        Assert.Equal(0, model.Count("ödla"));
    }

    [Fact]
    public void Damaged_text_does_not_enter_the_lexicon()
    {
        var damaged = string.Concat(Enumerable.Repeat("Namnden beslutade att bygga en forskola vid an och forskolan ar fardig nasta ar och far fyra avdelningar, sager kommunens forvaltning.\n", 30));
        using var model = SwedishModel.Open(Build(s_corpus + "### skadad\n" + damaged));

        Assert.Equal(0, model.Count("namnden"));
    }

    [Fact]
    public void Neighbours_change_how_likely_a_word_is()
    {
        using var model = SwedishModel.Open(Build());
        var (next, year, dative) = (model.Find("nästa"), model.Find("år"), model.Find("är"));

        Assert.True(model.LogProbability(next, year) > model.LogProbability(next, dative));
    }

    [Theory]
    [InlineData("")] // a word's first letter
    [InlineData("n")]
    [InlineData("förskol")] // longer than the letters that decide
    [InlineData("x漢")] // never met: what is known of single letters decides
    public void The_letters_that_may_follow_others_share_what_is_certain(string beginning)
    {
        using var model = SwedishModel.Open(Build());
        var before = model.LettersBefore(beginning);

        Assert.InRange("abcdefghijklmnopqrstuvwxyzåäö".Sum(letter => Math.Exp(model.LogNextLetter(before, letter))), 0.3, 1);
    }

    [Fact]
    public void Four_letters_decide_about_the_next()
    {
        using var model = SwedishModel.Open(Build());

        Assert.Equal(model.LogNextLetter(model.LettersBefore("skol"), 'a'), model.LogNextLetter(model.LettersBefore("förskol"), 'a'));
        Assert.True(model.LogNextLetter(model.LettersBefore("förskol"), 'a') > model.LogNextLetter(model.LettersBefore("förskol"), 'q'));
    }

    [Fact]
    public void The_same_corpus_gives_the_same_bytes()
    {
        var (first, second) = (File.ReadAllBytes(Build()), File.ReadAllBytes(Build()));

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_packed_corpus_gives_the_same_bytes()
    {
        var plain = File.ReadAllBytes(Build());
        using (var xz = Process.Start("xz", ["--force", Path.Combine(_folder, "corpus", "text.txt")])) xz.WaitForExit();
        var output = Path.Combine(_folder, "packed.model");
        SwedishModelBuilder.Build(Path.Combine(_folder, "corpus"), output);

        Assert.Equal(plain, File.ReadAllBytes(output));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(-1)] // all but the last byte
    [InlineData(-8)]
    public void A_truncated_model_is_refused(int length)
    {
        var path = Build();
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);

        Assert.Throws<InvalidDataException>(() => SwedishModel.Open(path));
    }

    [Theory]
    [InlineData(0)] // the magic number
    [InlineData(8)] // the version
    [InlineData(12)] // the number of sections: too many
    [InlineData(15)] // billions of them
    [InlineData(16)] // the length
    [InlineData(24)] // the checksum
    [InlineData(40)] // the table of sections
    [InlineData(1500)] // the sections
    public void An_altered_model_is_refused(int at)
    {
        var path = Build();
        var bytes = File.ReadAllBytes(path);
        bytes[at] ^= 0x40;
        File.WriteAllBytes(path, bytes);

        Assert.Throws<InvalidDataException>(() => SwedishModel.Open(path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_model_with_another_number_of_sections_is_refused(int sections)
    {
        var path = Build();
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), sections);
        File.WriteAllBytes(path, bytes);

        Assert.Throws<InvalidDataException>(() => SwedishModel.Open(path));
    }

    [Fact]
    public void A_foreign_file_is_refused()
    {
        var path = Path.Combine(_folder, "other.model");
        File.WriteAllText(path, new string('å', 400));

        Assert.Throws<InvalidDataException>(() => SwedishModel.Open(path));
    }

    [Fact]
    public void Listed_terms_and_names_are_known_in_all_their_forms_though_the_corpus_lacks_them()
    {
        Build();
        File.WriteAllText(Path.Combine(_folder, "terms.txt"), "# of the field\nvägnämnd -en -er\nvägnämndledam|ot -oten -öter # irregular\n");
        File.WriteAllText(Path.Combine(_folder, "names.txt"), "Fjärås Åkvist\n");
        var output = Path.Combine(_folder, "listed.model");
        SwedishModelBuilder.Build(Path.Combine(_folder, "corpus"), output, new ModelBuildOptions { ListFolder = _folder });

        using var model = SwedishModel.Open(output);
        Assert.All(["vägnämnd", "vägnämndens", "vägnämnder", "vägnämndledamot", "vägnämndledamöters", "fjärås", "åkvists"], word => Assert.True(model.Count(word) > 0, word));
        Assert.True(model.CapitalShare(model.Find("åkvist")) > 0.9);
        Assert.Equal(0, model.CapitalShare(model.Find("vägnämnden")));
    }

    [Fact]
    public void Every_list_of_names_in_the_folder_is_read()
    {
        Build();
        File.WriteAllText(Path.Combine(_folder, "terms.txt"), "vägnämnd -en\n");
        File.WriteAllText(Path.Combine(_folder, "names.txt"), "Fjärås\n");
        File.WriteAllText(Path.Combine(_folder, "names-people.txt"), "# by themselves\nTvinnerström Bengt-Åke\n");
        var output = Path.Combine(_folder, "listed.model");
        SwedishModelBuilder.Build(Path.Combine(_folder, "corpus"), output, new ModelBuildOptions { ListFolder = _folder });

        using var model = SwedishModel.Open(output);
        Assert.All(["fjärås", "tvinnerströms", "bengt", "åke"], word => Assert.True(model.Count(word) > 0, word));
    }

    [Theory]
    [InlineData("Alingsås", "Borlänge", "Älvdalen", "Grums", "Östra", "Göinge", "Upplands", "Väsby", "Ydre", "Åtvidaberg")] // municipalities
    [InlineData("Agda", "Backlund", "Vanja", "Asplund", "Storm", "Oskarström")] // without marks they must be known as well
    [InlineData("Åsa", "Göran", "Öhrvall", "Hägglöf", "Mäkelä", "Löwenborg")]
    public void The_default_model_knows_names_and_their_genitives(params string[] names)
    {
        using var model = SwedishModel.OpenDefault();

        Assert.All(names, name => Assert.True(model.Count(name.ToLowerInvariant()) > 0, name));
        Assert.All(names.Where(name => name[^1] != 's'), name => Assert.True(model.Count(name.ToLowerInvariant() + "s") > 0, name + "s"));
    }

    [Fact]
    public void Marks_of_names_are_told_apart_from_marks_of_words()
    {
        using var model = SwedishModel.OpenDefault();

        Assert.True(model.LogMarks("tvinnebäcksås", isName: true) > model.LogMarks("tvinnebäcksås"));
        Assert.True(model.LogMarks("tvinnerström", isName: true) > Math.Log(0.9));
        Assert.True(model.LogMarks("tvinnerstrom", isName: true) < Math.Log(0.1));
    }

    [Theory]
    [InlineData("två ord")] // a second word is no ending
    [InlineData("1:a")]
    public void A_list_that_is_not_of_its_form_is_refused(string line)
    {
        Build();
        File.WriteAllText(Path.Combine(_folder, "terms.txt"), line);
        File.WriteAllText(Path.Combine(_folder, "names.txt"), string.Empty);

        Assert.Throws<InvalidDataException>(() => SwedishModelBuilder.Build(Path.Combine(_folder, "corpus"), Path.Combine(_folder, "none.model"), new ModelBuildOptions { ListFolder = _folder }));
    }

    [Fact]
    public void A_folder_without_text_gives_no_model()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        Assert.Throws<InvalidDataException>(() => SwedishModelBuilder.Build(Path.Combine(_folder, "empty"), Path.Combine(_folder, "none.model")));
        Assert.False(File.Exists(Path.Combine(_folder, "none.model")));
    }

    [Theory]
    [InlineData("nämnden", 1000)]
    [InlineData("förvaltningen", 500)]
    [InlineData("är", 100_000)]
    public void The_default_model_knows_the_language_of_boards(string word, int atLeast)
    {
        using var model = SwedishModel.OpenDefault();

        Assert.True(model.Count(word) >= atLeast, $"{word}: {model.Count(word)}");
    }

    [Fact]
    public void A_closed_model_says_so()
    {
        var model = SwedishModel.Open(Build());
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Count("år"));
    }

    private string Build() => Build(s_corpus);

    private string Build(string text)
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        File.WriteAllText(Path.Combine(corpus, "text.txt"), text);
        var output = Path.Combine(_folder, "swedish.model");
        SwedishModelBuilder.Build(corpus, output);
        return output;
    }
}
