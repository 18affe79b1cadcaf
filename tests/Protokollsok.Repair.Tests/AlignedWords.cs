namespace Protokollsok.Repair.Tests;

/// <summary>The words of a text beside those that were printed: which stands where which stood, by the fewest words changed, lost or added.</summary>
internal sealed class AlignedWords
{
    private readonly Dictionary<int, string> _printed = [];

    public AlignedWords(string text, string printed)
    {
        var (words, others) = (Words(text), Words(printed));
        var costs = Costs(words, others);
        for (int i = 0, k = 0; i < words.Count && k < others.Count;)
        {
            if (costs[i, k] == costs[i + 1, k + 1] + Difference(words[i], others[k])) _printed[words[i++].Start] = others[k++].Text;
            else if (costs[i, k] == costs[i + 1, k] + 1) i++;
            else k++;
        }
    }

    /// <summary>The word that was printed where a word of the text begins; <see langword="null"/> where none was.</summary>
    public string? PrintedAt(int start) => _printed.GetValueOrDefault(start);

    /// <summary>From each pair of places to the ends.</summary>
    private static int[,] Costs(List<(int Start, string Text)> words, List<(int Start, string Text)> others)
    {
        var costs = new int[words.Count + 1, others.Count + 1];
        for (var i = words.Count; i >= 0; i--)
        {
            for (var k = others.Count; k >= 0; k--)
            {
                if (i == words.Count || k == others.Count) costs[i, k] = words.Count - i + others.Count - k;
                else costs[i, k] = Math.Min(costs[i + 1, k + 1] + Difference(words[i], others[k]), 1 + Math.Min(costs[i + 1, k], costs[i, k + 1]));
            }
        }

        return costs;
    }

    private static int Difference((int Start, string Text) word, (int Start, string Text) other) => string.Equals(word.Text, other.Text, StringComparison.OrdinalIgnoreCase) ? 0 : 1;

    private static List<(int Start, string Text)> Words(string text)
    {
        var words = new List<(int, string)>();
        for (int i = 0, start; i < text.Length; i++)
        {
            for (start = i; i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '§' or '&' or '#'); i++)
            {
            }

            if (i > start) words.Add((start, text[start..i]));
        }

        return words;
    }
}
