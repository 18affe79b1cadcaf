using Protokollsok.Language.Words;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Suggestions;

/// <summary>Writes the query for entries that speak of the same: those that share an entry's rarest and most repeated words.</summary>
internal static class LikeThis
{
    /// <summary>Words that are weighed against each other, and how many of them make the query.</summary>
    private const int MostWeighed = 300, MostAsked = 24;

    private const int ShortestWord = 4;

    public static void Write(FrameWriter frame, StoredEntry entry, SwedishTerms terms)
    {
        var words = terms.Of($"{entry.Heading}\n{entry.FoundText}")
            .Where(word => word.Token.Kind == TokenKind.Word && word.Token.Value.Length >= ShortestWord)
            .GroupBy(word => SwedishTerms.NormalOf(word.Terms))
            .OrderByDescending(same => same.Count()).ThenByDescending(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostWeighed).ToList();
        frame.Byte((byte)'m');
        frame.Varint(MostAsked);
        frame.Varint(words.Count);
        foreach (var word in words) WriteWord(frame, word.Key, word.Count());
    }

    private static void WriteWord(FrameWriter frame, string normal, int times)
    {
        string[] forms = [normal, LayeredTerm.Normal(normal)];
        frame.Varint(times);
        frame.Varint(forms.Length * 2);
        foreach (var form in forms)
        {
            Way(frame, IndexFields.Text, form, 1);
            Way(frame, IndexFields.Heading, form, 1.5f);
        }
    }

    private static void Way(FrameWriter frame, string field, string term, float weight)
    {
        frame.Text(field);
        frame.Text(term);
        frame.Single(weight);
    }
}
