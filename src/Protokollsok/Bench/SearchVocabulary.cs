using Protokollsok.Language;

namespace Protokollsok.Bench;

/// <summary>The model's own words, drawn as often as they stand in Swedish text.</summary>
internal sealed class SearchVocabulary
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzåäöé";
    private const int LeastCount = 3;

    private readonly string[] _words;
    private readonly long[] _upTo;

    public SearchVocabulary(SwedishModel model)
    {
        var words = new List<(string Word, int Count)>();
        Gather(model, model.Root, "", words);
        words.Sort((one, other) => other.Count.CompareTo(one.Count) is not 0 and var order ? order : string.CompareOrdinal(one.Word, other.Word));
        _words = [.. words.Select(word => word.Word)];
        _upTo = new long[_words.Length];
        long sum = 0;
        for (var i = 0; i < _upTo.Length; i++) _upTo[i] = sum += words[i].Count;
    }

    public int Count => _words.Length;

    /// <summary>The most frequent is 0.</summary>
    public string At(int rank) => _words[rank];

    public string Draw(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextInt64(_upTo[^1]));
        return _words[found < 0 ? ~found : Math.Min(found + 1, _words.Length - 1)];
    }

    /// <summary>A word as people search for them: neither the commonest of all nor one that hardly exists; each order of magnitude alike.</summary>
    public string DrawAsked(Random random, int from = 60, int to = 20_000) =>
        _words[(int)(from * Math.Pow((double)Math.Min(to, _words.Length) / from, random.NextDouble()))];

    private static void Gather(SwedishModel model, WordPrefix at, string letters, List<(string, int)> words)
    {
        if (at.IsEntry && letters.Length > 0 && model.CountOf(at.Number) is >= LeastCount and var count) words.Add((letters, count));
        foreach (var letter in Letters)
            if (model.TryStep(at, letter, out var next)) Gather(model, next, letters + letter, words);
    }
}
