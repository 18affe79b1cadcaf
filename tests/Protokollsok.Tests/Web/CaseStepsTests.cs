using Protokollsok.Documents;
using Protokollsok.Web.Cases;

namespace Protokollsok.Tests.Web;

/// <summary>Which parts of a document belong to the case KS 2020-7.</summary>
public sealed class CaseStepsTests
{
    private const string Key = "ks-2020-7";

    [Fact]
    public void A_letter_without_sections_belongs_as_a_whole()
    {
        var step = Assert.Single(CaseSteps.Of(Record(places: [(1, 10)], sections: [], decisions: [(null, 1, 50)]), Key));

        Assert.Equal((null, false, 1), (step.Section, step.Mentioned, step.Decisions.Count));
    }

    [Fact]
    public void Of_minutes_only_the_sections_with_the_number_in_their_head_belong()
    {
        var steps = CaseSteps.Of(Record(
            places: [(1, 110), (3, 10)], sections: [("8", 1, 0, []), ("9", 1, 100, [Key]), ("10", 2, 0, ["ks-2020-8"]), ("11", 3, 0, [Key])],
            decisions: [("8", 1, 50), ("9", 1, 150), ("9", 1, 200), ("10", 2, 50), ("11", 3, 50)]), Key);

        Assert.Equal([("9", false, 2), ("11", false, 1)], steps.Select(step => (step.Section!, step.Mentioned, step.Decisions.Count)));
    }

    [Fact]
    public void A_section_that_only_names_the_case_is_told_as_such_without_its_decisions()
    {
        var step = Assert.Single(CaseSteps.Of(Record(places: [(2, 30)], sections: [("8", 1, 0, []), ("10", 2, 0, ["ks-2020-8"])], decisions: [("10", 2, 50)]), Key));

        Assert.Equal(("10", true, 0), (step.Section, step.Mentioned, step.Decisions.Count));
    }

    [Fact]
    public void The_head_of_an_extract_speaks_for_its_only_section()
    {
        var step = Assert.Single(CaseSteps.Of(Record(places: [(1, 5)], sections: [("8", 1, 100, [])], decisions: [("8", 1, 150)]), Key));

        Assert.Equal(("8", false, 1), (step.Section, step.Mentioned, step.Decisions.Count));
    }

    [Fact]
    public void A_number_before_all_sections_of_minutes_is_no_more_than_named() =>
        Assert.True(Assert.Single(CaseSteps.Of(Record(places: [(1, 5)], sections: [("8", 1, 100, []), ("9", 1, 200, [])], decisions: [("8", 1, 150)]), Key)).Mentioned);

    [Fact]
    public void A_number_that_comes_again_after_a_new_year_takes_its_own_decisions()
    {
        // Minutes of two meetings in one file: both have a § 1.
        var steps = CaseSteps.Of(Record(
            places: [(1, 10), (5, 10)], sections: [("1", 1, 0, [Key]), ("1", 5, 0, [Key])], decisions: [("1", 1, 50), ("1", 5, 50), ("1", 5, 90)]), Key);

        Assert.Equal([1, 2], steps.Select(step => step.Decisions.Count));
    }

    [Fact]
    public void A_document_that_does_not_name_the_case_has_no_part_in_it() =>
        Assert.Empty(CaseSteps.Of(Record([], [("8", 1, 0, ["ks-2020-8"])], []), Key));

    private static DocumentRecord Record((int Page, int Start)[] places, (string Number, int Page, int Start, string[] Keys)[] sections, (string? Section, int Page, int Start)[] decisions) => new()
    {
        Id = DocumentId.Of("x"u8),
        Source = new Source("x.pdf", 1, "application/pdf", 5),
        CaseNumbers = [.. places.Select(place => new Found<Dnr>(new Dnr("KS 2020-7", Key), "KS 2020-7", new Place(place.Page, place.Start, 9)))],
        Sections = [.. sections.Select(section => new Section(section.Number, null, section.Keys, section.Page, section.Start, 4))],
        Decisions = [.. decisions.Select((decision, i) => new Decision($"x-{i + 1}", decision.Section, 1, DecisionKind.Decision, null, null, "text", decision.Page, decision.Start, 4, []))],
    };
}
