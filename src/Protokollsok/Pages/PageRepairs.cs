using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>What repair did with a page, and how sure that is: how well a text was read says nothing of how much it was damaged before.</summary>
/// <param name="Made">Words that were changed.</param>
/// <param name="Open">Words that may be wrong and were left: a person should look.</param>
/// <param name="Confidence">Mean of the changes that were made, 0–1.</param>
internal sealed record PageRepairs(int Made, int Open, double Confidence)
{
    public int Count => Made + Open;

    public static PageRepairs Of(PageRecord page)
    {
        var made = page.Corrections.Where(change => change.Applied).ToList();
        return new PageRepairs(
            made.Count, page.Corrections.Count(change => !change.Applied && !change.Reason.EndsWith("by a person", StringComparison.Ordinal)),
            made.Select(change => change.Confidence).DefaultIfEmpty(0).Average());
    }
}
