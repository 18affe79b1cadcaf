namespace Protokollsok.Language;

/// <summary>
/// Learns from a corpus which of the words that look alike without å ä ö stands in which surroundings. First it counts what stands around them: what only
/// one document holds is not learnt from.
/// </summary>
internal sealed class ContextTrainer
{
    private const int Size = 1 << 20, Rounds = 2, Block = 2_000;
    private const float Rate = 0.1f;

    private readonly CorpusCounts _corpus;
    private readonly SurroundingFeatures.Neighbour[] _neighbours;
    private readonly Group?[] _groups;
    private readonly SurroundingFeatures.Neighbour[] _row = new SurroundingFeatures.Neighbour[(2 * SurroundingFeatures.Reach) + 1];
    private readonly ulong[] _features = new ulong[SurroundingFeatures.Count];
    private readonly RepeatedFeatures _repeated = new();

    private ContextTrainer(CorpusCounts corpus, List<int> chosen) =>
        (_corpus, _neighbours, _groups) = (corpus, Neighbours(corpus, chosen), Groups(corpus.Spellings, chosen));

    /// <summary>Stored weights.</summary>
    /// <param name="chosen">The numbers of the words that the lexicon holds.</param>
    public static byte[] Weights(CorpusCounts corpus, List<int> chosen)
    {
        var trainer = new ContextTrainer(corpus, chosen);
        trainer.Count();
        return trainer.Learn();
    }

    private void Count()
    {
        var document = 0;
        for (var at = SurroundingFeatures.Reach; at < _corpus.Text.Length - SurroundingFeatures.Reach; at++)
        {
            while (document + 1 < _corpus.Starts.Length && _corpus.Starts[document + 1] <= at) document++;
            if (GroupAt(at) is not { } group) continue;
            Look(at);
            foreach (var feature in _features) _repeated.Add(FeatureWeights.Join(feature, group.Key), document);
        }
    }

    private byte[] Learn()
    {
        var trainer = new FeatureTrainer(Size, Rate);
        var length = _corpus.Text.Length;
        var blocks = Enumerable.Range(0, (length / Block) + 1).OrderBy(block => FeatureWeights.Join((ulong)block, 1)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var block in blocks)
            {
                var end = Math.Min((block + 1) * Block, length - SurroundingFeatures.Reach);
                for (var at = Math.Max(block * Block, SurroundingFeatures.Reach); at < end; at++) LearnFrom(at, trainer);
            }
        }

        return trainer.Stored();
    }

    private void LearnFrom(int at, FeatureTrainer trainer)
    {
        if (GroupAt(at) is not { } group) return;
        Look(at);
        Span<ulong> kept = stackalloc ulong[SurroundingFeatures.Count];
        var count = 0;
        foreach (var feature in _features)
        {
            if (_repeated.Contains(FeatureWeights.Join(feature, group.Key))) kept[count++] = feature;
        }

        trainer.Learn(kept[..count], group.Choices, Array.IndexOf(group.Words, _corpus.Text[at]));
    }

    private Group? GroupAt(int at) => _corpus.Text[at] is var word and >= 0 ? _groups[word] : null;

    private void Look(int at)
    {
        for (var i = 0; i < _row.Length; i++) _row[i] = NeighbourOf(_corpus.Text[at + i - SurroundingFeatures.Reach]).Written(_corpus.Looks[at + i - SurroundingFeatures.Reach]);
        SurroundingFeatures.Features(_row, SurroundingFeatures.Reach, _features);
    }

    private SurroundingFeatures.Neighbour NeighbourOf(int word) => word switch
    {
        CorpusCounts.NumberToken => SurroundingFeatures.Number,
        CorpusCounts.YearToken => SurroundingFeatures.Year,
        CorpusCounts.BoundaryToken => SurroundingFeatures.Boundary,
        CorpusCounts.SkippedToken => SurroundingFeatures.None,
        _ => _neighbours[word],
    };

    private static SurroundingFeatures.Neighbour[] Neighbours(CorpusCounts corpus, List<int> chosen)
    {
        var isKnown = new bool[corpus.Spellings.Count];
        foreach (var word in chosen) isKnown[word] = true;
        return [.. corpus.Spellings.Select((spelling, word) => SurroundingFeatures.Of(spelling, isKnown[word]))];
    }

    private static Group?[] Groups(IReadOnlyList<string> spellings, IEnumerable<int> lexicon)
    {
        var groups = new Group?[spellings.Count];
        foreach (var alike in lexicon.GroupBy(word => ConfusionKeys.Fold(spellings[word]), StringComparer.Ordinal))
        {
            int[] words = [.. alike];
            if (words.Length < 2) continue;
            var group = new Group(FeatureWeights.Of(alike.Key), words, [.. words.Select(word => FeatureWeights.Of(spellings[word]))]);
            foreach (var word in words) groups[word] = group;
        }

        return groups;
    }

    /// <summary>Words that are the same without å ä ö.</summary>
    /// <param name="Key">What they are the same as.</param>
    /// <param name="Words">Their numbers.</param>
    /// <param name="Choices">The words as <see cref="FeatureTrainer"/> takes them, in the same order.</param>
    private sealed record Group(ulong Key, int[] Words, ulong[] Choices);
}
