using System.Buffers;
using System.Collections.Frozen;
using Protokollsok.Language;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Supervision;

namespace Protokollsok.Search.Words;

/// <summary>
/// For the words of one query: the words of the archive that stand for them as a scan was read, damaged where a sound one was typed, sound where a
/// damaged one was. Asked of the archive's own words, so that names and new compounds, which no lexicon has, are found as well.
/// </summary>
internal sealed class LooksLike
{
    private const int MostOfOne = 32;

    /// <summary>Up to this length any letters with a vowel may be a word or an abbreviation (<i>rid, fad</i>), whatever the lexicon says; with a
    /// ring or dots it is no abbreviation (<i>jåv</i>).</summary>
    private const int LongestShort = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäöé");

    private static readonly FrozenDictionary<string, string[]> Nothing = FrozenDictionary<string, string[]>.Empty;

    private LooksLike(IReadOnlyDictionary<string, string[]> words) => Words = words;

    /// <summary>No word has any.</summary>
    public static LooksLike None { get; } = new(Nothing);

    /// <summary>By the word as typed, in lower case.</summary>
    public IReadOnlyDictionary<string, string[]> Words { get; }

    /// <param name="typed">Words in lower case.</param>
    public static async Task<LooksLike> AskAsync(IReadOnlyCollection<string> typed, WordAnalyzer analyzer, SearchNode node, CancellationToken cancellationToken)
    {
        var asked = new List<(string Word, bool Known, string[][] Shape)>();
        foreach (var word in typed.Distinct(StringComparer.Ordinal))
        {
            var known = analyzer.IsWord(word);
            if (Looks.Damaged(word) is { } damaged) asked.Add((word, true, damaged));
            else if (!known && Looks.Sound(word) is { } sound) asked.Add((word, false, sound));
        }

        if (asked.Count == 0) return None;
        var answer = await node.CallAsync(NodeOperation.Terms, Frame(asked), cancellationToken);
        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (word, isSound, _) in asked) found[word] = [.. Read(answer).Where(term => term != word && CanStandFor(term, isSound, analyzer))];
        return new LooksLike(found);
    }

    /// <summary>Another word that exists is that word, and no damaged one; a damaged one stands for words that exist, or have letters to lose.</summary>
    private static bool CanStandFor(string term, bool typedSound, WordAnalyzer analyzer) =>
        typedSound ? !CouldBeWord(term, analyzer) : term.AsSpan().ContainsAny('å', 'ä', 'ö');

    private static bool CouldBeWord(string term, WordAnalyzer analyzer) =>
        analyzer.IsWord(term) || (term.Length <= LongestShort && term.All(char.IsLetter) && term.AsSpan().ContainsAny(Vowels) && !term.AsSpan().ContainsAny('å', 'ä', 'ö'));

    private static FrameWriter Frame(List<(string Word, bool Known, string[][] Shape)> asked)
    {
        var frame = new FrameWriter();
        frame.Varint(asked.Count);
        foreach (var (_, _, shape) in asked)
        {
            frame.Text(IndexFields.Text);
            frame.Varint(MostOfOne);
            frame.Text(LayeredTerm.Marks);
            frame.Byte((byte)'s');
            TermShape.WritePlaces(frame, shape);
        }

        return frame;
    }

    private static List<string> Read(FrameReader answer)
    {
        var terms = new List<string>();
        for (var left = answer.Varint(); left > 0; left--)
        {
            terms.Add(answer.Text());
            answer.Varint();
        }

        // A pattern of whole words meets few: never more than are looked at.
        answer.Varint();
        return terms;
    }
}
