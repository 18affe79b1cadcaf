using Protokollsok.Documents;
using Protokollsok.Search;
using Protokollsok.Web.Cases;

namespace Protokollsok.Tests.Web;

public sealed class CaseComparisonTests
{
    private static readonly DocumentId Letter = DocumentId.Of("letter"u8), Minutes = DocumentId.Of("minutes"u8);

    [Theory]
    [InlineData("Medel avsätts för lekplatsen.", "Medel avsätts för lekplatsen", "Same")]
    [InlineData("att avsätta medel för lekplatsen vid ån", "Nämnden beslutar att avsätta medel för lekplatsen vid ån.", "Same")] // who decides is no difference
    [InlineData("avsätta 100 000 kronor för lekplatsen", "avsätta 80 000 kronor för lekplatsen", "Changed")]
    [InlineData("avsätta medel för lekplatsen vid ån", "Nämnden beslutar enligt förvaltningens förslag.", "Adopted")]
    [InlineData("avsätta medel för lekplatsen vid ån", "Nämnden bifaller arbetsutskottets förslag", "Adopted")]
    [InlineData("avsätta medel för lekplatsen vid ån", "Förslaget avslås enligt motiveringen.", "Undecided")]
    [InlineData("avsätta medel för lekplatsen vid ån", "Ärendet återremitteras enligt ordförandens förslag", "Undecided")]
    [InlineData("avsätta medel för lekplatsen vid ån", "Ordföranden får skriva under avtalet om hamnen", "Undecided")] // another matter
    public void A_proposal_meets_its_decision(string proposed, string decided, string outcome) =>
        Assert.Equal(Enum.Parse<CaseOutcome>(outcome), Compare(Step(Letter, "2018-02-05", Proposal(1, proposed)), Step(Minutes, "2018-03-12", Made(1, decided)))[0].Outcome);

    [Fact]
    public void Nothing_is_decided_before_it_is_proposed()
    {
        var comparisons = Compare(Step(Minutes, "2018-01-10", Made(1, "Medel avsätts för lekplatsen")), Step(Letter, "2018-02-05", Proposal(1, "Medel avsätts för lekplatsen")));

        Assert.Equal([CaseOutcome.Undecided, CaseOutcome.Unproposed], comparisons.Select(comparison => comparison.Outcome));
    }

    [Fact]
    public void Of_alike_decisions_the_one_with_the_same_number_answers()
    {
        var comparisons = Compare(
            Step(Letter, "2018-02-05", Proposal(1, "Avtalet godkänns"), Proposal(2, "Avtalet godkänns")), Step(Minutes, "2018-03-12", Made(1, "Avtalet godkänns"), Made(2, "Avtalet godkänns")));

        Assert.Equal([$"{Minutes}-1", $"{Minutes}-2"], comparisons.Select(comparison => comparison.Decision));
    }

    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a c", "b→")]
    [InlineData("a c", "a b c", "→b")]
    [InlineData("högst 1 200 000 kr", "högst 900 000 kr", "1 200 000→900 000")] // a sum is one word
    [InlineData("Medel, avsätts.", "medel avsätts", "")] // neither capitals nor punctuation
    [InlineData("", "", "")]
    [InlineData("", "allt", "→allt")]
    public void Words_differ_in_stretches(string one, string other, string differences) =>
        Assert.Equal(differences, string.Join(' ', WordDifference.Between(WordDifference.WordsOf(one), WordDifference.WordsOf(other)).Select(difference => $"{difference.Proposed}→{difference.Decided}")));

    [Fact]
    public void A_text_of_a_hundred_thousand_words_is_compared_by_its_beginning() =>
        Assert.InRange(WordDifference.WordsOf(string.Concat(Enumerable.Repeat("ord ", 100_000))).Count, 1000, 2000);

    private static IReadOnlyList<CaseComparison> Compare(params CaseStep[] steps) => CaseComparisons.Of(steps);

    private static CaseStep Step(DocumentId id, string date, params Decision[] decisions) => new(
        new DocumentSummary(id, null, null, CalendarDate.Parse(date), []), DocumentType.Protokoll, null, null, null, Mentioned: false, 1,
        [.. decisions.Select(decision => decision with { Id = $"{id}-{decision.Number}" })], [], []);

    private static Decision Proposal(int number, string text) => Made(number, text) with { Kind = DecisionKind.Proposal };

    private static Decision Made(int number, string text) => new("", null, number, DecisionKind.Decision, "Nämnden", null, text, 1, 0, text.Length, []);
}
