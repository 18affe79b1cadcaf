namespace Protokollsok.Language;

/// <summary>How likely a word has its marks where it has them, by what stands around each letter.</summary>
internal sealed class WordMarks(ModelFile file)
{
    /// <summary>Of the word among all that are the same without å ä ö, logarithm.</summary>
    public double Log(string word, bool isName)
    {
        var folded = MarkFeatures.Framed(word, isName);
        var weights = file.Section<sbyte>(ModelSection.Marks);
        Span<ulong> features = stackalloc ulong[MarkFeatures.Count];
        double log = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var choices = MarkFeatures.Choices(folded[at + 1]);
            var right = choices.IndexOf(word[at], StringComparison.Ordinal);
            if (right < 0) continue;
            MarkFeatures.Features(folded, at + 1, features);
            double total = 0, own = 0;
            for (var choice = 0; choice < choices.Length; choice++)
            {
                var sum = FeatureWeights.Sum(weights, features, choices[choice]);
                total += Math.Exp(sum);
                if (choice == right) own = sum;
            }

            log += own - Math.Log(total);
        }

        return log;
    }
}
