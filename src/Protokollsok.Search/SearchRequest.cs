using Protokollsok.Documents;

namespace Protokollsok.Search;

/// <summary>A search as the contract's parameters have it. All filters must hold; what is null filters nothing.</summary>
public sealed record SearchRequest
{
    /// <summary>The contract's query language; empty or null finds everything.</summary>
    public string? Query { get; init; }

    /// <summary>The whole name, with or without <i>kommun</i>; where there is none such, the same without dots, or the beginnings of its words.</summary>
    public string? Municipality { get; init; }

    /// <summary>The whole name in any case; where there is none such, the same without dots, or the beginnings of its words: <c>omsorg</c>.</summary>
    public string? Board { get; init; }

    /// <summary>The first day, by the meeting's date, else the document's; what has neither is not found.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, itself included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>In kronor. A hit holds at least one sum (or range of sums) that reaches into the range asked for.</summary>
    public decimal? MinAmount { get; init; }

    /// <summary>In kronor, itself included.</summary>
    public decimal? MaxAmount { get; init; }

    /// <summary>A case number in any spelling.</summary>
    public string? Dnr { get; init; }

    /// <summary>The document's type, as JSON names it (<c>tjansteskrivelse</c>), in any case.</summary>
    public string? Type { get; init; }

    /// <summary><c>decision</c>, <c>proposal</c> or <c>page</c>, in any case.</summary>
    public string? Kind { get; init; }

    public SearchSort Sort { get; init; }

    /// <summary>
    /// Whether, by relevance, where nothing has all of five or more words, what has most of them is found: a scan may have lost one, and a person
    /// remembers one wrong. <see cref="SearchPage.Relaxed"/> says so.
    /// </summary>
    public bool MayMissWords { get; init; }

    /// <summary><see cref="SearchPage.Next"/> of the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Hits on a page, 1–100.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Whether facets are counted.</summary>
    public bool Facets { get; init; } = true;

    /// <summary>The names that <see cref="Type"/> may have.</summary>
    public static IReadOnlyList<string> TypeNames { get; } =
        [.. Enum.GetValues<DocumentType>().Select(type => DocumentsJson.ToText(type).Trim('"'))];
}
