using Protokollsok.Language.Words;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Queries;

/// <summary>Words in a row, each by any of its terms; a single word is a row of one.</summary>
internal sealed record Phrase(IReadOnlyList<IReadOnlyList<QueryTerm>> Places)
{
    /// <summary>
    /// The ways to look for typed chunks: by their tokens, and, where a chunk is more or other than one token
    /// (<c>R&amp;d</c>, <c>16pande</c>), also by the chunk as it may have been read. None if they hold no word at all.
    /// </summary>
    public static List<Phrase> Of(IReadOnlyList<string> chunks, SwedishTerms terms)
    {
        var byToken = new List<IReadOnlyList<QueryTerm>>();
        var byChunk = new List<IReadOnlyList<QueryTerm>>();
        var differs = false;
        foreach (var chunk in chunks)
        {
            var tokens = Tokenizer.Tokenize(chunk).Select(terms.ForQuery).ToList();
            byToken.AddRange(tokens);
            var key = Chunk.Key(chunk);
            if (key.Length == 0) continue;
            var asRead = new QueryTerm(LayeredTerm.Variant(key), MatchKind.OcrVariant);
            var known = tokens.Count == 1 && tokens[0].Contains(asRead);
            differs |= !known;
            byChunk.Add(known ? tokens[0] : [.. tokens.Count == 1 ? tokens[0] : [], asRead]);
        }

        var ways = differs ? new[] { byToken, byChunk } : [byToken];
        return [.. ways.Where(places => places.Count > 0).Select(places => new Phrase(places))];
    }
}
