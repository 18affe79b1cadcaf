using Protokollsok.Bench;

namespace Protokollsok.Tests.Bench;

public sealed class LabelledDocumentTests
{
    private const string Truth = """{ "documentType": "ovrigt", "dates": [ { "value": "1984-05-02" } ], "documentDate": "1984-05-02" }""";

    [Fact]
    public void Takes_flat_pairs_and_parts_their_pages_at_a_form_feed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("brev.txt", "den 2 maj 1984\fsida två");
        folder.Write("brev.json", Truth);
        folder.Write("olabelled.txt", "a text without truth is left out");
        var document = Assert.Single(LabelledDocument.In(folder.Path));
        Assert.Equal("brev", document.Name);
        Assert.Equal(["den 2 maj 1984", "sida två"], document.Pages);
    }

    [Fact]
    public void Takes_texts_that_lie_elsewhere_under_the_name_that_the_truth_gives()
    {
        using var labels = new TemporaryFolder();
        using var texts = new TemporaryFolder();
        labels.Write("brev.json", """{ "source": "0017.txt", "dates": [] }""");
        texts.Write("0017.txt", "utan datum");
        Assert.Equal(["utan datum"], Assert.Single(LabelledDocument.In(labels.Path, texts.Path)).Pages);
    }

    [Fact]
    public void Takes_folders_with_a_file_a_page_below_documents()
    {
        using var folder = new TemporaryFolder();
        folder.Write("documents/brev/truth.json", Truth);
        folder.Write("documents/brev/page-1.txt", "ett");
        folder.Write("documents/brev/page-2.txt", "två");
        folder.Write("floors.json", "{}");
        Assert.Equal(["ett", "två"], Assert.Single(LabelledDocument.In(folder.Path)).Pages);
    }

    [Fact]
    public void Says_what_was_expected_where_nothing_is_labelled()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("NAME.json", Assert.Throws<WrongUseException>(() => LabelledDocument.In(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Throws<WrongUseException>(() => LabelledDocument.In(folder.File("missing")));
    }

    [Fact]
    public async Task The_program_prints_a_table_by_field_kind_and_decade()
    {
        using var folder = new TemporaryFolder();
        folder.Write("brev.txt", "Åsmarka den 2 maj 1984\n\nVi tackar för brevet.\n");
        folder.Write("brev.json", Truth);
        var result = await TheProgram.RunAsync("bench", "extraction", folder.Path);
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"(?m)^dates +1 +1 +1\.000 +1\.000 +1\.000$", result.Output);
        Assert.Contains("ovrigt 1", result.Output, StringComparison.Ordinal);
        Assert.Contains("1980s 1", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("decisions", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truth_that_is_no_json_is_a_wrong_use()
    {
        using var folder = new TemporaryFolder();
        folder.Write("brev.txt", "text");
        folder.Write("brev.json", "{ \"dates\": [");
        var result = await TheProgram.RunAsync("bench", "extraction", folder.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("brev.json", result.Messages, StringComparison.Ordinal);
    }
}
