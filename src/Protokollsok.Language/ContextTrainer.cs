namespace Protokollsok.Language;

/// <summary>Learns from a corpus which of the words that look alike without å ä ö stands in which surroundings.</summary>
internal static class ContextTrainer
{
    private const int Size = 1 << 20, Rounds = 2, Block = 2_000;
    private const float Rate = 0.1f;

    /// <summary>Stored weights.</summary>
    /// <param name="chosen">The numbers of the words that the lexicon holds.</param>
    public static byte[] Weights(CorpusCounts corpus, List<int> chosen)
    {
        var text = corpus.Text;
        var neighbours = Neighbours(corpus, chosen);
        var groups = Groups(corpus.Spellings, chosen);
        var row = new SurroundingFeatures.Neighbour[(2 * SurroundingFeatures.Reach) + 1];
        var trainer = new FeatureTrainer(Size, Rate);
        var features = new ulong[SurroundingFeatures.Count];
        var blocks = Enumerable.Range(0, (text.Length / Block) + 1).OrderBy(block => FeatureWeights.Join((ulong)block, 1)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var block in blocks)
            {
                var end = Math.Min((block + 1) * Block, text.Length - SurroundingFeatures.Reach);
                for (var at = Math.Max(block * Block, SurroundingFeatures.Reach); at < end; at++)
                {
                    if (text[at] < 0 || groups[text[at]] is not { } group) continue;
                    for (var i = 0; i < row.Length; i++) row[i] = NeighbourOf(text[at + i - SurroundingFeatures.Reach]);
                    SurroundingFeatures.Features(row, SurroundingFeatures.Reach, features);
                    trainer.Learn(features, group.Choices, Array.IndexOf(group.Words, text[at]));
                }
            }
        }

        return trainer.Stored();

        SurroundingFeatures.Neighbour NeighbourOf(int word) => word switch
        {
            CorpusCounts.NumberToken => SurroundingFeatures.Number,
            CorpusCounts.YearToken => SurroundingFeatures.Year,
            CorpusCounts.BoundaryToken => SurroundingFeatures.Boundary,
            CorpusCounts.SkippedToken => SurroundingFeatures.None,
            _ => neighbours[word],
        };
    }

    private static SurroundingFeatures.Neighbour[] Neighbours(CorpusCounts corpus, List<int> chosen)
    {
        var isKnown = new bool[corpus.Spellings.Count];
        foreach (var word in chosen) isKnown[word] = true;
        return [.. corpus.Spellings.Select((spelling, word) => SurroundingFeatures.Of(spelling, isKnown[word]))];
    }

    private static (int[] Words, ulong[] Choices)?[] Groups(IReadOnlyList<string> spellings, IEnumerable<int> lexicon)
    {
        var groups = new (int[], ulong[])?[spellings.Count];
        foreach (var alike in lexicon.GroupBy(word => ConfusionKeys.Fold(spellings[word]), StringComparer.Ordinal))
        {
            int[] words = [.. alike];
            if (words.Length < 2) continue;
            foreach (var word in words) groups[word] = (words, [.. words.Select(other => FeatureWeights.Of(spellings[other]))]);
        }

        return groups;
    }
}
