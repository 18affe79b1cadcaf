using System.Globalization;
using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds the municipality or region in the heads of the pages; a municipality that is only talked about is not the
/// document's.</summary>
internal static partial class MunicipalityFinder
{
    public static Found<string>? Find(MinutesText minutes, IReadOnlyList<HeadSegment> head)
    {
        foreach (var segment in head)
            if (segment.Text.Length < 100 && Name().Match(segment.Text) is { Success: true } match)
                return minutes.Found(BaseForm(match.Value), [new Place(segment.Page, segment.Start + match.Index, match.Length)]);
        return null;
    }

    /// <summary><c>NORRDALS KOMMUN</c> is <c>Norrdals kommun</c>.</summary>
    private static string BaseForm(string printed)
    {
        if (printed.Any(char.IsLower)) return printed;
        var words = printed.Split(' ').Select(word => word is "KOMMUN" or "LANDSTING" or "LÄNS" or "I"
            ? word.ToLowerInvariant()
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant()));
        return string.Join(' ', words);
    }

    [GeneratedRegex(
        @"\A(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:[Kk]ommun|KOMMUN|[Ss]tad|STAD|[Kk]öping|KÖPING|[Ll]andskommun|LANDSKOMMUN)|(?:Region|REGION)\s(?:\p{Lu}\p{L}+\s)?\p{Lu}[\p{L}-]+|(?:Landstinget|LANDSTINGET)\s(?:i\s)?\p{Lu}\p{L}+|\p{Lu}\p{L}+\s(?:läns\s|LÄNS\s)?(?:landsting|LANDSTING))(?=\z|,|\s\d|\s\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
