using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>
/// What neither model reads as a sign and is one all the same. <c>§</c> goes below the base line, by .07 of a digit's height or more in 65 of
/// 66 faces; <c>8</c>, <c>S</c> and <c>&amp;</c> stand on it in every one, old-style figures included. (<c>6</c> was not measured and
/// is left alone: a typewriter's dances.) And a Swedish office writes no dollars: <c>$</c> by a number is what <c>swe</c> prints for <c>§</c>.
/// </summary>
/// <param name="glyphs">The boxes of a word's characters.</param>
internal sealed class MisreadSign(Func<Box, IReadOnlyList<Box>> glyphs)
{
    /// <summary>So much of a digit's height a § goes at least below the digits beside it, and at most.</summary>
    private const double Descent = 0.07, DeepestDescent = 0.5;

    /// <summary>Print is taller than so many pixels where a descent can be told from a pixel's rounding.</summary>
    private const int LeastHeight = 12;

    private const int LongestSign = 2;

    /// <summary>How many words away the number may stand: <c>15 a §</c>.</summary>
    private const int Reach = 2;

    private static readonly SearchValues<char> Lookalikes = SearchValues.Create("8S&$");

    /// <summary>What follows a sum of money.</summary>
    private static readonly string[] Units = ["kr", "kronor", "tkr", "mkr", "mnkr", "mdkr", "kkr", "öre", ":-", "%"];

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789-–/,.:()§");

    public IReadOnlyList<SeenWord> Mend(IReadOnlyList<SeenWord> words)
    {
        if (!words.Any(IsSuspect)) return words;
        var mended = words.ToArray();
        for (int i = 0; i < mended.Length; i++)
            if (IsSuspect(mended[i]) && IsByNumber(i, mended) && !IsInSum(i, mended)) mended[i] = Mended(i, mended);
        return mended;
    }

    private SeenWord Mended(int index, SeenWord[] words)
    {
        var word = words[index];
        // Three are two of which one was seen twice.
        string text = word.Text.Replace('$', '§').Replace("§§§", "§§", StringComparison.Ordinal);
        // 8§ and §8 before a number are both signs.
        if (text is "8§" or "§8" or "S§" or "§S" && index + 1 < words.Length && IsNumber(words[index + 1])) text = "§§";
        var own = glyphs(word.Box);
        var lookalikes = Enumerable.Range(0, text.Length).Where(at => Lookalikes.Contains(text[at])).ToList();
        bool isWhole = lookalikes.Count == text.Length;
        if (lookalikes.Count == 0 || (own.Count != text.Length && !(isWhole && own.Count == 1))) return word with { Text = text };
        var beside = Standing(own, text).Concat(Beside(index, words)).ToList();
        if (beside.Count == 0) return word with { Text = text };
        var letters = text.ToCharArray();
        foreach (int at in lookalikes)
            if (HangsBelow(own[Math.Min(at, own.Count - 1)], beside)) letters[at] = '§';
        string seen = new(letters);
        return word with { Text = IsPlausible(seen) ? seen : text };
    }

    /// <summary>
    /// A sign stands before or behind a number, never inside one, and that number is a section's: none of a sum (<c>82.500:-</c>), a time or a
    /// property (<c>2:8</c>). A typewriter's digits dance, and no sum may change for their sake.
    /// </summary>
    private static bool IsPlausible(string text)
    {
        if (text.AsSpan().Trim("().,:;").ContainsAny('.', ',', ':')) return false;
        int first = text.IndexOf('§', StringComparison.Ordinal), last = text.LastIndexOf('§');
        return first >= 0 && last - first < LongestSign
            && !(text.AsSpan(0, first).ContainsAnyInRange('0', '9') && text.AsSpan(last).ContainsAnyInRange('0', '9'));
    }

    /// <summary>The characters of the words around it that surely stand on the base line: digits.</summary>
    private IEnumerable<Box> Beside(int index, SeenWord[] words)
    {
        for (int i = Math.Max(0, index - Reach); i <= Math.Min(words.Length - 1, index + Reach); i++)
        {
            if (i == index || !words[i].Text.AsSpan().ContainsAnyInRange('0', '9')) continue;
            var boxes = glyphs(words[i].Box);
            if (boxes.Count == words[i].Text.Length)
                foreach (var box in Standing(boxes, words[i].Text)) yield return box;
        }
    }

    private static IEnumerable<Box> Standing(IReadOnlyList<Box> boxes, string text) =>
        boxes.Count == text.Length ? boxes.Where((_, at) => char.IsAsciiDigit(text[at]) && !Lookalikes.Contains(text[at])) : [];

    private static bool HangsBelow(Box box, List<Box> digits)
    {
        double height = Median(digits.Select(digit => digit.Height)), bottom = Median(digits.Select(digit => digit.Bottom)),
            top = Median(digits.Select(digit => digit.Y));
        double below = box.Bottom - bottom;
        return height >= LeastHeight && below >= Math.Max(2, Descent * height) && below <= DeepestDescent * height
            && Math.Abs(box.Y - top) <= 0.2 * height;
    }

    private static double Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>Whether a sum begins with it (<c>80 000</c>, <c>8 500 kr</c>, <c>8 500:-</c>); <c>8 123</c> alone may be <c>§ 123</c>.</summary>
    private static bool IsInSum(int index, SeenWord[] words)
    {
        int next = index + 1;
        while (next < words.Length && IsGroup(words[next].Text)) next++;
        bool isWhole = !words[index].Text.AsSpan().ContainsAnyExcept(Lookalikes);
        return next - index > (isWhole ? 2 : 1)
            || (next > index + 1 && words[next - 1].Text.EndsWith('-'))
            || (next < words.Length && Units.Contains(words[next].Text.TrimEnd('.', ',')));
    }

    /// <summary>Three digits, or three with an ending that only sums have (<c>500:-</c>); <c>132–133</c> are sections.</summary>
    private static bool IsGroup(string text) =>
        text.Length >= 3 && !text.AsSpan(0, 3).ContainsAnyExceptInRange('0', '9')
        && (text.Length == 3 || !(char.IsAsciiDigit(text[3]) || (text[3] is '-' or '–' or '—' && char.IsAsciiDigit(text[^1]))));

    private static bool IsByNumber(int index, SeenWord[] words) =>
        words[index].Text.AsSpan().ContainsAnyInRange('0', '9') && words[index].Text.Length > LongestSign
        || Enumerable.Range(index - Reach, (2 * Reach) + 1).Any(at => at != index && at >= 0 && at < words.Length && IsNumber(words[at]));

    /// <summary>One or two lookalikes, or a number that begins or ends with one.</summary>
    private static bool IsSuspect(SeenWord word)
    {
        var text = word.Text.AsSpan().Trim("().,:;");
        return text.Length > 0 && (Lookalikes.Contains(text[0]) || Lookalikes.Contains(text[^1]) || text[0] == '§')
            && (text.Length <= LongestSign || !text.TrimStart("8S&$§").TrimEnd("8S&$§").ContainsAnyExcept(Number));
    }

    private static bool IsNumber(SeenWord word) =>
        word.Text.AsSpan().ContainsAnyInRange('0', '9') && !word.Text.AsSpan().ContainsAnyExcept(Number);
}
