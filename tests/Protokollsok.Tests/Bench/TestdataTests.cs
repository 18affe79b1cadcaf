using System.Text.Json.Nodes;
using Protokollsok.Bench;

namespace Protokollsok.Tests.Bench;

/// <summary>The labels are whole, and what is measured could fail.</summary>
public sealed class TestdataTests
{
    private static readonly string[] ScanFolders = ["scans", "more-scans"];

    public static TheoryData<string> Documents => [.. LabelledDocument.In(Repository.Testdata()).Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_labelled_in_every_field(string name)
    {
        var truth = await Truth.LoadAsync(Repository.Testdata("documents", name, "truth.json"), CancellationToken.None);
        Assert.Equal(ComparedField.All.Select(field => field.Name), truth.Fields.Keys);
        Assert.All(truth.Fields["caseNumbers"], key => Assert.Equal(key.ToLowerInvariant(), key));
        Assert.All(truth.Fields["dates"].Concat(truth.Fields["meetingDate"]), date => Assert.Matches(@"^\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d(-\d\d)?)?$", date));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_decision_stands_in_a_section_of_its_document_and_is_numbered_from_one(string name)
    {
        var truth = JsonNode.Parse(File.ReadAllText(Repository.Testdata("documents", name, "truth.json")))!;
        var sections = truth["sections"]!.AsArray().Select(section => (string)section!["number"]!).ToHashSet();
        var last = 0;
        foreach (var decision in truth["decisions"]!.AsArray())
        {
            if ((string?)decision!["section"] is { } section) Assert.Contains(section, sections);
            var number = (int)decision["number"]!;
            Assert.True(number == 1 || number == last + 1, $"{number} after {last}");
            last = number;
        }
    }

    [Fact]
    public void There_are_documents_of_at_least_ten_municipalities_and_seven_decades()
    {
        var truths = LabelledDocument.In(Repository.Testdata()).Select(document => JsonNode.Parse(File.ReadAllText(document.TruthFile))!.AsObject()).ToList();
        Assert.True(truths.Select(truth => (string?)truth["municipality"]).Distinct().Count() >= 10);
        Assert.True(truths.Select(truth => Truth.Of(truth).Decade).Distinct().Count() >= 7);
    }

    [Fact]
    public void Every_scan_is_of_a_labelled_document_and_every_document_has_a_scan()
    {
        var shown = new HashSet<string>();
        foreach (var folder in ScanFolders)
        {
            foreach (var (scan, about) in JsonNode.Parse(File.ReadAllText(Repository.Testdata(folder, "manifest.json")))!.AsObject())
            {
                Assert.True(File.Exists(Repository.Testdata(folder, scan)), scan);
                shown.Add((string)about!["document"]!);
            }
        }

        Assert.Equal(LabelledDocument.In(Repository.Testdata()).Select(document => document.Name).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_figure_has_a_floor()
    {
        var floors = JsonNode.Parse(File.ReadAllText(Repository.Testdata("floors.json")))!.AsObject();
        Assert.Equal(ComparedField.All.Select(field => field.Name).Append(FieldMeasure.NearDecisions).Append("characterErrorRate").Order(StringComparer.Ordinal), floors.Select(floor => floor.Key).Order(StringComparer.Ordinal));
    }
}
