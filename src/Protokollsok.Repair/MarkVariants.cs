namespace Protokollsok.Repair;

/// <summary>The words that differ from one as read only in the marks of å, ä and ö, in ways that an engine with Swedish mistakes them.</summary>
internal static class MarkVariants
{
    private const int MostChanges = 3, Most = 32, ShortestWord = 4;

    private static readonly HashSet<int> s_changes =
        [.. ConfusionTable.All.Index().Where(confusion => confusion.Item.LightShare > 0 && !confusion.Item.IsSound).Select(confusion => confusion.Index)];

    /// <summary>Whether it is one of the letters that carry a mark.</summary>
    public static bool IsMarked(char letter) => letter is 'å' or 'ä' or 'ö';

    /// <summary>Whether the word has marks and is long enough to be known again.</summary>
    public static bool CanDiffer(string seen) => seen.Length >= ShortestWord && seen.AsSpan().ContainsAny("åäö");

    /// <summary>The variants, those with fewest changes first; without the word itself.</summary>
    /// <param name="seen">Lower case.</param>
    public static IEnumerable<(string Text, byte[] Confusions)> Of(string seen)
    {
        var reached = new List<(string Text, byte[] Confusions)>[seen.Length + 1];
        for (var i = 0; i <= seen.Length; i++) reached[i] = [];
        reached[0].Add(("", []));
        for (var i = 0; i < seen.Length; i++)
        {
            foreach (var (text, confusions) in reached[i].OrderBy(variant => variant.Confusions.Length).Take(Most))
            {
                reached[i + 1].Add((text + seen[i], confusions));
                if (confusions.Length == MostChanges) continue;
                foreach (var number in ConfusionTable.BeginningWith(seen[i]))
                {
                    var confusion = ConfusionTable.All[number];
                    if (s_changes.Contains(number) && string.CompareOrdinal(seen, i, confusion.Seen, 0, confusion.Seen.Length) == 0)
                        reached[i + confusion.Seen.Length].Add((text + confusion.Letter, [.. confusions, (byte)number]));
                }
            }
        }

        return reached[^1].Where(variant => variant.Confusions.Length > 0).OrderBy(variant => variant.Confusions.Length).DistinctBy(variant => variant.Text).Take(Most);
    }

    /// <summary>
    /// Whether two such letters stand together, as one that was read as two does; in Swedish only where two words meet (<c>småärenden</c>).
    /// </summary>
    public static bool IsDoubled(string seen)
    {
        for (var i = 1; i < seen.Length; i++)
        {
            if (seen[i - 1] is 'å' or 'ä' && seen[i] is 'å' or 'ä') return true;
        }

        return false;
    }
}
