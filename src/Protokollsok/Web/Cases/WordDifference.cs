using System.Text;

namespace Protokollsok.Web.Cases;

/// <summary>What differs between two texts, word by word; a number with blanks between its thousands is one word.</summary>
internal static class WordDifference
{
    /// <summary>Texts of decisions are short; what is longer is compared by its beginning.</summary>
    private const int MostWords = 1500;

    /// <summary>The words of a text, with the punctuation that they carry.</summary>
    public static IReadOnlyList<string> WordsOf(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && IsGroup(word) && words[^1].All(c => char.IsAsciiDigit(c) || c == ' ')) words[^1] = $"{words[^1]} {word}";
            else if (words.Count < MostWords) words.Add(word);
            else break;
        }

        return words;
    }

    /// <summary>What two words have to share to be one: letters and digits, in any case.</summary>
    public static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The stretches in which two texts differ, in their order, by the longest common row of words.</summary>
    public static IReadOnlyList<CaseDifference> Between(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (first, second) = (one.Select(Bare).ToArray(), other.Select(Bare).ToArray());
        var common = Common(first, second);
        var differences = new List<CaseDifference>();
        var (left, right) = (new StringBuilder(), new StringBuilder());
        for (int i = 0, j = 0; i < first.Length || j < second.Length;)
        {
            if (i < first.Length && j < second.Length && first[i] == second[j])
            {
                Close(left, right, differences);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == second.Length || (i < first.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Append(left, one[i++]);
            }
            else
            {
                Append(right, other[j++]);
            }
        }

        Close(left, right, differences);
        return differences;
    }

    /// <summary>Three digits after digits; a year or a serial of three after a number is rare, and does no harm here.</summary>
    private static bool IsGroup(string word) => word.Length >= 3 && word[..3].All(char.IsAsciiDigit) && word.Skip(3).All(c => !char.IsLetterOrDigit(c));

    /// <summary>The length of the longest common row of what begins at each pair of places.</summary>
    private static ushort[,] Common(string[] one, string[] other)
    {
        var common = new ushort[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
            for (var j = other.Length - 1; j >= 0; j--)
                common[i, j] = one[i] == other[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static void Append(StringBuilder stretch, string word) => stretch.Append(stretch.Length > 0 ? " " : "").Append(word);

    /// <summary>Where only punctuation stands against nothing, nothing differs.</summary>
    private static void Close(StringBuilder left, StringBuilder right, List<CaseDifference> differences)
    {
        if (Bare(left.ToString()) != Bare(right.ToString())) differences.Add(new CaseDifference(left.ToString(), right.ToString()));
        left.Clear();
        right.Clear();
    }
}
