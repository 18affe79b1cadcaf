using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>Addresses of the document page: a document, one of its pages, a place on that, and what was searched for.</summary>
internal static class DocumentAddress
{
    public static string Of(DocumentId id, int page = 1, string? query = null, Place? place = null)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/dokument/{id.Hex}?sida={page}");
        if (place is { Length: > 0 }) address += $"&plats={TextPlace.Written(place)}";
        return string.IsNullOrWhiteSpace(query) ? address : $"{address}&q={Uri.EscapeDataString(query)}";
    }

    public static string OfCase(string key) => $"/arende/{Uri.EscapeDataString(key)}";
}
