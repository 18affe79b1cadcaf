using Protokollsok.Documents;

namespace Protokollsok.Search.Entries;

/// <summary>
/// Finds corrections again in a text that was made from the page's: furniture gone, lines joined. They stand in the same
/// order, so each is looked for after the one before; one that furniture or a joined hyphen took away is left out.
/// </summary>
internal static class VariantFinder
{
    public static List<ReadVariant> Find(string text, IEnumerable<Correction> corrections)
    {
        var variants = new List<ReadVariant>();
        var from = 0;
        foreach (var correction in corrections)
        {
            var (stands, other) = correction.Applied ? (correction.Now, correction.Was) : (correction.Was, correction.Now);
            var start = stands.Length == 0 ? -1 : FindWhole(text, stands, from);
            if (start < 0) continue;
            variants.Add(new ReadVariant(start, stands.Length, other));
            from = start + stands.Length;
        }

        return variants;
    }

    /// <summary>The next occurrence that is no part of a longer word.</summary>
    private static int FindWhole(string text, string part, int from)
    {
        for (var at = text.IndexOf(part, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            var startsInWord = at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(part[0]);
            var endsInWord = end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(part[^1]);
            if (!startsInWord && !endsInWord) return at;
        }

        return -1;
    }
}
