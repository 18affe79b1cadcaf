using Protokollsok.Language.Words;
using Protokollsok.Search.Entries;

namespace Protokollsok.Search.Words;

/// <summary>Stacks what stands beside the text onto the words that it stands for.</summary>
internal static class VariantTerms
{
    /// <summary>By word index; null if there is none. A text of several chunks spreads over the words, the rest on the last.</summary>
    public static Dictionary<int, List<string>>? Of(
        List<(Token Token, WordTerms Terms)> words, IReadOnlyList<ReadVariant> variants, SwedishTerms terms)
    {
        if (variants.Count == 0) return null;
        var stacked = new Dictionary<int, List<string>>();
        foreach (var variant in variants)
        {
            int first = FirstAt(words, variant.Start), last = FirstAt(words, variant.Start + variant.Length) - 1;
            if (last < first) continue;
            var chunks = Chunk.Of(variant.Text);
            for (var i = 0; i < chunks.Length; i++) Stack(stacked, Math.Min(first + i, last), terms.ForVariant(chunks[i]));
        }

        return stacked;
    }

    private static void Stack(Dictionary<int, List<string>> stacked, int word, IEnumerable<string> variants)
    {
        if (!stacked.TryGetValue(word, out var at)) stacked[word] = at = [];
        foreach (var variant in variants) if (variant.Length > 1 && !at.Contains(variant)) at.Add(variant);
    }

    /// <summary>The index of the first word that begins at the position or after it.</summary>
    private static int FirstAt(List<(Token Token, WordTerms Terms)> words, int position)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Token.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
