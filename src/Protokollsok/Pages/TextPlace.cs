using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>A place in a page's text as addresses have it: <c>120-34</c>, start and length.</summary>
internal static class TextPlace
{
    public static string Written(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Start}-{place.Length}");

    public static bool TryParse(int page, string? text, [NotNullWhen(true)] out Place? place)
    {
        place = (text ?? "").Split('-') is [var start, var length] && Whole(start) is { } from && Whole(length) is { } count ? new Place(page, from, count) : null;
        return place is not null;
    }

    private static int? Whole(string text) => text.Length <= 9 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
