using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>
/// Compares two records of one document: what is lost, gained, changed. Values are compared by what they mean, as often as they occur,
/// not by where they stand; a decision whose words are mostly the same is changed, not lost.
/// </summary>
internal static class RecordComparison
{
    /// <summary>Two texts are one decision when they share this much of their words.</summary>
    private const double LeastLikeness = .5;

    /// <param name="before">As it is; <see langword="null"/> if there is none.</param>
    public static RecordChanges Of(DocumentRecord? before, DocumentRecord after)
    {
        if (before is null) return new RecordChanges([], 0, 0);
        var (old, now) = (Values(before).ToList(), Values(after).ToList());
        List<FieldDifference> differences = [.. Singles(before, after), .. Lists(old, now), .. DecisionsIn(before, after), .. Texts(before, after)];
        return new RecordChanges(differences, before.Decisions.Count, old.Count + SinglesOf(before).Count(single => single.Value is not null));
    }

    private static IEnumerable<(string Field, string? Value, int? Page)> SinglesOf(DocumentRecord record) =>
    [
        ("documentType", DocumentsJson.ToText(record.DocumentType).Trim('"'), null), ("title", record.Title, null),
        ("municipality", record.Municipality?.Value, record.Municipality?.Place.Page), ("board", record.Board?.Value, record.Board?.Place.Page),
        ("meetingDate", record.MeetingDate?.Value.ToString(), record.MeetingDate?.Place.Page), ("documentDate", record.DocumentDate?.Value.ToString(), record.DocumentDate?.Place.Page),
        ("status", DocumentsJson.ToText(record.Status).Trim('"'), null),
    ];

    private static IEnumerable<FieldDifference> Singles(DocumentRecord before, DocumentRecord after) =>
        SinglesOf(before).Zip(SinglesOf(after)).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => new FieldDifference(
            pair.First.Field,
            pair.First.Value is null ? RecordChanges.Gained : pair.Second.Value is null ? RecordChanges.Lost : RecordChanges.Changed,
            pair.First.Value, pair.Second.Value, pair.Second.Page ?? pair.First.Page));

    private static IEnumerable<(string Field, string Value, int? Page)> Values(DocumentRecord record)
    {
        foreach (var found in record.CaseNumbers) yield return ("caseNumbers", found.Value.Key, found.Place.Page);
        foreach (var section in record.Sections) yield return ("sections", $"§ {section.Number} {section.Heading}".TrimEnd(), section.Page);
        foreach (var found in record.Dates) yield return ("dates", found.Value.ToString(), found.Place.Page);
        foreach (var found in record.Amounts) yield return ("amounts", AmountOf(found.Value), found.Place.Page);
        foreach (var found in record.LawReferences) yield return ("lawReferences", found.Value ?? found.Printed, found.Place.Page);
        foreach (var found in record.DecisionReferences) yield return ("decisionReferences", found.Printed, found.Place.Page);
        foreach (var vote in record.Votes) yield return ("votes", string.Create(CultureInfo.InvariantCulture, $"§ {vote.Section}: {vote.Yes}–{vote.No}"), vote.Page);
        foreach (var one in record.Reservations) yield return ("reservations", $"§ {one.Section}: {string.Join(", ", one.By)}", one.Page);
        foreach (var name in record.Recipients) yield return ("recipients", name, null);
        foreach (var name in record.Signatories) yield return ("signatories", name, null);
        foreach (var name in record.Attachments) yield return ("attachments", name, null);
    }

    private static string AmountOf(Amount amount) => string.Create(
        CultureInfo.InvariantCulture, $"{amount.Value:0.##}{(amount.Max is { } max ? $"–{max:0.##}" : "")} {amount.Currency}{(amount.Per is { } per ? $" per {per}" : "")}");

    private static IEnumerable<FieldDifference> Lists(List<(string Field, string Value, int? Page)> before, List<(string Field, string Value, int? Page)> after) =>
        Left(before, after).Select(one => new FieldDifference(one.Field, RecordChanges.Lost, one.Value, null, one.Page))
            .Concat(Left(after, before).Select(one => new FieldDifference(one.Field, RecordChanges.Gained, null, one.Value, one.Page)))
            .OrderBy(one => one.Field, StringComparer.Ordinal);

    /// <summary>What the first has more often than the second.</summary>
    private static IEnumerable<(string Field, string Value, int? Page)> Left(
        IEnumerable<(string Field, string Value, int? Page)> these, IEnumerable<(string Field, string Value, int? Page)> those)
    {
        var there = those.GroupBy(one => (one.Field, one.Value)).ToDictionary(same => same.Key, same => same.Count());
        foreach (var one in these)
        {
            var key = (one.Field, one.Value);
            if (there.GetValueOrDefault(key) > 0) there[key]--;
            else yield return one;
        }
    }

    private static IEnumerable<FieldDifference> DecisionsIn(DocumentRecord before, DocumentRecord after)
    {
        List<Decision> lost = [.. before.Decisions], gained = [];
        foreach (var decision in after.Decisions)
        {
            var same = lost.FindIndex(one => one.Text == decision.Text && one.Kind == decision.Kind && one.Section == decision.Section);
            if (same >= 0) lost.RemoveAt(same);
            else gained.Add(decision);
        }

        foreach (var decision in gained)
        {
            var words = WordsOf(decision.Text);
            var like = lost.Select(one => (One: one, Likeness: Likeness(words, WordsOf(one.Text)))).Where(pair => pair.Likeness >= LeastLikeness).OrderByDescending(pair => pair.Likeness).FirstOrDefault().One;
            if (like is not null) lost.Remove(like);
            yield return new FieldDifference(RecordChanges.Decisions, like is null ? RecordChanges.Gained : RecordChanges.Changed, like is null ? null : Shown(like), Shown(decision), decision.Page);
        }

        foreach (var decision in lost) yield return new FieldDifference(RecordChanges.Decisions, RecordChanges.Lost, Shown(decision), null, decision.Page);
    }

    private static string Shown(Decision decision) => $"{(decision.Section is null ? "" : $"§ {decision.Section} ")}{DocumentsJson.ToText(decision.Kind).Trim('"')}: {decision.Text}";

    /// <summary>One line a page that reads otherwise: the first that does.</summary>
    private static IEnumerable<FieldDifference> Texts(DocumentRecord before, DocumentRecord after)
    {
        foreach (var page in after.Pages)
        {
            var old = before.Pages.FirstOrDefault(one => one.Number == page.Number)?.Text ?? "";
            if (old == page.Text) continue;
            var (was, now) = (old.Split('\n'), page.Text.Split('\n'));
            var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(at => At(was, at) != At(now, at));
            yield return new FieldDifference(RecordChanges.Text, RecordChanges.Changed, At(was, line), At(now, line), page.Number);
        }
    }

    private static string? At(string[] lines, int at) => at < lines.Length ? lines[at] : null;

    private static HashSet<string> WordsOf(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant())];

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return one.Count + other.Count == 0 ? 0 : 2.0 * shared / (one.Count + other.Count);
    }
}
