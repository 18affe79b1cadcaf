namespace Protokollsok.Language;

/// <summary>Learns from the lexicon where å, ä and ö stand in words, for words that no lexicon holds.</summary>
internal static class MarkTrainer
{
    private const int Size = 1 << 18, Rounds = 6;
    private const float Rate = 0.1f, WeightOfName = 2;

    /// <summary>Stored weights.</summary>
    /// <param name="lexicon">Words with their counts; each is a teacher once, since unknown words resemble the rare ones.</param>
    /// <param name="isName">Whether a word of the lexicon is a name.</param>
    public static byte[] Weights(IEnumerable<KeyValuePair<string, int>> lexicon, Func<string, bool> isName)
    {
        var words = lexicon.Select(pair => pair.Key).OrderBy(word => FeatureWeights.Of(word)).ToArray();
        var trainer = new FeatureTrainer(Size, Rate);
        var features = new ulong[MarkFeatures.Count];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var word in words)
            {
                var folded = MarkFeatures.Framed(word, isName(word));
                for (var at = 0; at < word.Length; at++)
                {
                    var choices = MarkFeatures.Choices(folded[at + 1]);
                    var right = choices.IndexOf(word[at]);
                    if (right < 0) continue;
                    MarkFeatures.Features(folded, at + 1, features);
                    trainer.Learn(features, choices.Length == 3 ? [choices[0], choices[1], choices[2]] : [choices[0], choices[1]], right, isName(word) ? WeightOfName : 1);
                }
            }
        }

        return trainer.Stored();
    }
}
