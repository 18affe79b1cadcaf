using Protokollsok.Language.Words;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Queries;

/// <summary>Words in a row, each by any of its terms; a single word is a row of one.</summary>
internal sealed record Phrase(IReadOnlyList<IReadOnlyList<QueryTerm>> Places)
{
    /// <summary>
    /// The ways to look for a typed text: by its tokens, and, where a chunk of it is more or other than one token, also by
    /// the chunk as it may have been read. None if it holds no word at all.
    /// </summary>
    public static List<Phrase> Of(string text, QueryTerms terms)
    {
        var byToken = Tokenizer.Tokenize(text).Select(terms.For).ToList();
        var byChunk = new List<IReadOnlyList<QueryTerm>>();
        var differs = false;
        foreach (var chunk in Chunk.Of(text))
        {
            var key = Chunk.Key(chunk);
            if (key.Length == 0) continue;
            var tokens = Tokenizer.Tokenize(chunk).Select(terms.For).ToList();
            var asRead = new QueryTerm(LayeredTerm.Variant(key), MatchKind.OcrVariant);
            var known = tokens.Count == 1 && tokens[0].Contains(asRead);
            differs |= !known;
            byChunk.Add(known ? tokens[0] : [.. tokens.Count == 1 ? tokens[0] : [], asRead]);
        }

        var ways = differs ? new[] { byToken, byChunk } : [byToken];
        return [.. ways.Where(places => places.Count > 0).Select(places => new Phrase(places))];
    }
}
