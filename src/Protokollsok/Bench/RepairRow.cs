using System.Globalization;

namespace Protokollsok.Bench;

/// <summary>A row of the table that <c>bench repair</c> prints.</summary>
internal static class RepairRow
{
    public const string Heading = "text               words   raw %  applied     all   marks:raw  applied     all  CER %  CER all  changes  wrong/1000  (authors')  harmed  numbers  unsettled   words/s  commonest  hunspell";

    /// <param name="seconds">Computing time of one core.</param>
    /// <param name="others">The shares that are right of what one could take instead, 0–1; not a number where it was not asked.</param>
    public static string Of(string name, RepairScore score, double seconds, (double Commonest, double Hunspell) others)
    {
        var applied = score.Changes.FindAll(change => change.IsApplied);
        var (authors, wrong) = (applied.Count(change => change.IsAuthors), applied.Count(change => !change.IsRight && !change.IsAuthors));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14} {score.Words,9} {Percent(score.Raw),7} {Percent(score.Applied),8} {Percent(score.All),7}   {OfLost(score.LostMarks.Raw),9} {OfLost(score.LostMarks.Applied),8} {OfLost(score.LostMarks.All),7} {Letters(score.Errors),6} {Letters(score.ErrorsOfAll),8} {applied.Count,8} {1000.0 * wrong / Math.Max(1, applied.Count),11:0.0} {authors,11} {score.Harmed,7} {score.Numbers,8} {score.Unsettled,10} {score.Words / seconds,9:0} {100 * others.Commonest,10:0.00} {100 * others.Hunspell,9:0.00}");

        string OfLost(int right) => (100.0 * right / Math.Max(1, score.LostMarks.Words)).ToString("0.00", CultureInfo.InvariantCulture);
        string Percent(int right) => (100.0 * right / Math.Max(1, score.Words)).ToString("0.00", CultureInfo.InvariantCulture);
        string Letters(int wrong) => (100.0 * wrong / Math.Max(1, score.Letters)).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
