using Protokollsok.Documents;
using Protokollsok.Intake;

namespace Protokollsok.Pages;

/// <summary>What was found in a document, gathered by kind, each thing with its place to jump to.</summary>
/// <param name="Name">Of the text that heads it.</param>
/// <param name="Items">In reading order.</param>
internal sealed record SideList(string Name, IReadOnlyList<SideList.Item> Items)
{
    private const int LongestText = 160;

    /// <param name="Head">What it is, in a word or two; may be empty.</param>
    /// <param name="Text">As printed or understood.</param>
    /// <param name="Place"><see langword="null"/> where it concerns the document as a whole.</param>
    /// <param name="Confidence">0–1; <see langword="null"/> where that means nothing.</param>
    internal sealed record Item(string Head, string Text, Place? Place, double? Confidence = null);

    /// <summary>Those that have anything.</summary>
    public static IReadOnlyList<SideList> Of(DocumentRecord record, PageRecord? page, PageText text) =>
    [
        .. new SideList[]
        {
            new("side.decisions", [.. record.Decisions.Select(decision => OfDecision(decision, text))]),
            new("side.findings", [.. Findings(record, text)]),
            new("side.cases", Values(record.CaseNumbers, dnr => dnr.Value)),
            new("side.dates", Values(record.Dates, date => date.ToString())),
            new("side.amounts", Values(record.Amounts, AmountText.Of)),
            new("side.references", [.. record.LawReferences.Select(found => new Item("", found.Printed, found.Place, found.Confidence)), .. record.DecisionReferences.Select(found => new Item("", found.Printed, found.Place, found.Confidence))]),
            new("side.repairs", page is null ? [] : [.. page.Corrections.Select(change => OfRepair(change, page, text))]),
        }.Where(list => list.Items.Count > 0),
    ];

    private static Item OfDecision(Decision decision, PageText text)
    {
        var kind = text[decision.Kind == DecisionKind.Decision ? "one.decision" : "one.proposal"];
        return new Item($"{kind} {decision.Number}{(decision.Section is null ? "" : $" · § {decision.Section}")}", Short(decision.Text), new Place(decision.Page, decision.Start, decision.Length), decision.Confidence);
    }

    /// <summary>Each once, at its first place; what was understood stands first where it is not what is printed.</summary>
    private static List<Item> Values<T>(IReadOnlyList<Found<T>> values, Func<T, string> written) =>
        [.. values.DistinctBy(found => written(found.Value)).Select(found => new Item(written(found.Value) == found.Printed ? "" : written(found.Value), found.Printed, found.Place, found.Confidence))];

    private static IEnumerable<Item> Findings(DocumentRecord record, PageText text)
    {
        foreach (var problem in record.Problems)
            yield return new Item("", text.Language == "sv" ? problem.Page is null ? Reasons.InSwedish(problem.Code) : Reasons.OfPage(problem.Code) : problem.Message, problem.Page is { } number ? new Place(number, 0, 0) : null);
        foreach (var finding in record.Findings)
            yield return new Item("", text.Language == "sv" ? Intake.Findings.InSwedish(finding) : finding.Message, finding.Where is [var first, ..] ? first : null);
    }

    private static Item OfRepair(Correction change, PageRecord page, PageText text) =>
        new(change.Applied ? change.Now : text["repair.suggested", change.Now], text["repair.was", change.Was], new Place(page.Number, change.Start, change.Length), change.Confidence);

    private static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, text.LastIndexOf(' ', LongestText) is > 0 and var end ? end : LongestText), " …");
}
