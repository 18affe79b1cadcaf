using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds decisions whose end is missing: the last of its list stops after a word, a comma or a hyphen that promises more.</summary>
internal static class CutDecisionFinder
{
    /// <summary>No sentence ends in them.</summary>
    private static readonly HashSet<string> Promises = new(StringComparer.OrdinalIgnoreCase)
    {
        "och", "att", "samt", "eller", "för", "av", "med", "till", "i", "på", "om", "från", "under", "vid", "den", "det", "de", "en", "ett", "som", "vars", "genom",
    };

    public static IEnumerable<Finding> Find(MinutesText minutes, IReadOnlyList<Decision> decisions)
    {
        for (var i = 0; i < decisions.Count; i++)
        {
            var isLast = i + 1 == decisions.Count || decisions[i + 1].Number != decisions[i].Number + 1 || decisions[i + 1].Section != decisions[i].Section;
            var end = decisions[i].Parts[^1];
            if (isLast && PromisesMore(decisions[i].Text, AfterOnLine(minutes, end)))
                yield return new Finding("decision-cut-off", $"Decision {decisions[i].Number} stops before its end: its rest is not in the document, or was read badly.", [end]);
        }
    }

    /// <summary>What the line goes on with; a closing <i>samt</i> is no part of a decision's text.</summary>
    private static string AfterOnLine(MinutesText minutes, Place place)
    {
        var text = minutes.PageText(place.Page);
        var end = text.IndexOf('\n', place.End);
        return text[place.End..(end < 0 ? text.Length : end)].Trim();
    }

    private static bool PromisesMore(string text, string after)
    {
        if (text[^1] is '.' or '!' or '?' or ':' or '"' or '”' or ')') return false;
        return after is "," or "samt" or ", samt" or "och" or "dels" or "att" || text[^1] == '-' || Promises.Contains(text[(text.LastIndexOf(' ') + 1)..]);
    }
}
