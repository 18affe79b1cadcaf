using Protokollsok.Search;

namespace Protokollsok.Pages;

/// <summary>Why a hit was found, in words: where nothing in the text is marked, it was not by the text.</summary>
internal static class WhyFound
{
    /// <summary><see langword="null"/> where the query has no words.</summary>
    public static string? Of(SearchHit hit, string? query, PageText text)
    {
        if (hit.MatchedBy.Count == 0) return null;
        var ways = string.Join(", ", hit.MatchedBy.Select(kind => text[$"match.{kind}"]));
        if (hit.Snippet.Contains("<mark>", StringComparison.Ordinal)) return text["hit.why", ways];
        return IsByNumber(hit, query ?? "") ? text["hit.why", text["match.dnr"]] : text["hit.why.heading", ways];
    }

    private static bool IsByNumber(SearchHit hit, string query) => query.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => new TypedCaseNumber(word.StartsWith("dnr:", StringComparison.OrdinalIgnoreCase) ? word[4..].Trim('"') : word))
        .Append(new TypedCaseNumber(query)).Any(number => hit.Document.Dnr.Any(number.Means));
}
