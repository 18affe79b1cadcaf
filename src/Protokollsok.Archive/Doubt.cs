using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>Something that a person should look at: where it stands, not what; that is the record's to say.</summary>
/// <param name="Arrival">Of its document; what came last is looked at first.</param>
/// <param name="Type">Of its document, as JSON has it.</param>
/// <param name="Kind">A word, or the name of a field.</param>
/// <param name="Page">1-based.</param>
/// <param name="At">Where it begins in the page's text as read, which repair does not move: 0-based, UTF-16 units.</param>
public sealed record Doubt(DocumentId Id, long Arrival, string Type, string Kind, int Page, int At)
{
    /// <summary>Its place in the order, as addresses have it: <c>17.3.120.dnr</c>.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Arrival}.{Page}.{At}.{Kind}");

    /// <summary>Reads a <see cref="Mark"/>; of what it stands for only the place is known.</summary>
    public static bool TryParse(string? mark, [NotNullWhen(true)] out Doubt? doubt)
    {
        doubt = (mark ?? "").Split('.') is [var arrival, var page, var at, { Length: > 0 and < 40 } kind]
            && long.TryParse(arrival, NumberStyles.None, CultureInfo.InvariantCulture, out long seq)
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                ? new Doubt(s_none, seq, "", kind, number, start)
                : null;
        return doubt is not null;
    }

    private static readonly DocumentId s_none = DocumentId.Of([]);
}
