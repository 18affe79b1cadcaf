using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Search;

/// <summary>The name of a hit: a decision's id (<c>9f86d0…-1</c>), or <c>9f86d0…-p3</c> for the third page of a document.</summary>
/// <param name="Document">The document it stands in.</param>
/// <param name="Local">Within it: <c>1</c> or <c>p3</c>.</param>
public sealed record EntryId(DocumentId Document, string Local)
{
    private const int LongestNumber = 6;

    /// <summary>The name of a hit.</summary>
    public static EntryId Of(SearchHit hit) =>
        hit.Decision is { } decision && TryParse(decision.Id, out var id)
            ? id
            : new EntryId(hit.Document.Id, string.Create(CultureInfo.InvariantCulture, $"p{hit.Page}"));

    /// <summary>False for what no entry can be called.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EntryId? id)
    {
        id = null;
        var joint = text?.LastIndexOf('-') ?? -1;
        if (joint < 0 || !DocumentId.TryParse(text![..joint], out var document)) return false;
        var local = text[(joint + 1)..];
        var number = local.AsSpan(local.StartsWith('p') ? 1 : 0);
        if (number.Length is 0 or > LongestNumber || number.ContainsAnyExceptInRange('0', '9')) return false;
        id = new EntryId(document, local);
        return true;
    }

    public override string ToString() => $"{Document}-{Local}";
}
