namespace Protokollsok.Language;

/// <summary>
/// What words look like when an engine without Swedish has read them: words that share a look can be taken for one another.
/// </summary>
public static class ConfusionKeys
{
    private static readonly char[][] s_looks = [['a', 'a', 'o'], ['d', 'd', 'd'], ['é', 'é', 'é'], ['i', 'i', 'i'], ['a', 'a', 'a'], ['o', 'o', 'o']];

    /// <summary>Without å ä ö and accents.</summary>
    public static string Fold(string word) => Replace(word, s_looks[0]);

    /// <summary>The word itself and, if it has å ä ö, its damaged looks.</summary>
    public static IEnumerable<string> Looks(string word)
    {
        yield return word;
        if (!word.AsSpan().ContainsAny("åäö")) yield break;
        foreach (var look in s_looks) yield return Replace(word, look);
    }

    private static string Replace(string word, char[] look) => string.Create(word.Length, (word, look), static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from.word[i] switch
            {
                'å' => from.look[0],
                'ä' => from.look[1],
                'ö' => from.look[2],
                'é' or 'è' when from.look[2] != from.look[0] => 'e',
                var other => other,
            };
        }
    });
}
