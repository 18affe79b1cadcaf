namespace Protokollsok.Bench;

/// <summary>Queries of one kind, drawn from what is in the index.</summary>
/// <param name="Name">What the kind is called.</param>
/// <param name="P50">The aim for the median, in milliseconds; null for none.</param>
/// <param name="P99">The aim for all but one in a hundred, in milliseconds.</param>
internal sealed record SearchQueries(string Name, double? P50, double P99, IReadOnlyList<string> Queries)
{
    public static IReadOnlyList<SearchQueries> Draw(SearchVocabulary words, SearchCorpus corpus, int documents, int each, int seed)
    {
        var random = new Random(seed);
        string Word() => words.DrawAsked(random);
        List<string> Many(Func<string> one) => [.. Enumerable.Range(0, each).Select(_ => one())];
        return
        [
            new("word", 3, 12, Many(Word)),
            new("AND", 3, 12, Many(() => $"{Word()} {Word()}")),
            new("phrase", null, 6, Many(() => PhraseIn(corpus.Document(random.Next(documents)).Decisions[0].Text, random))),
            new("prefix", null, 20, Many(() => Beginning(words.DrawAsked(random, 500)) + "*")),
            new("OR of three", null, 20, Many(() => $"{Word()} OR {Word()} OR {Word()}")),
        ];
    }

    private static string PhraseIn(string text, Random random)
    {
        var words = text.Split(' ');
        var first = random.Next(words.Length - 8);
        return $"\"{words[first]} {words[first + 1]}\"";
    }

    private static string Beginning(string word) => word[..Math.Min(word.Length, 4)];
}
