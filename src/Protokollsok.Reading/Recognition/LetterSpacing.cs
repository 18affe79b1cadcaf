using Protokollsok.Documents;

namespace Protokollsok.Reading.Recognition;

/// <summary>Closes up headings whose letters are spread: <c>P R O T O K O L L</c>.</summary>
internal static class LetterSpacing
{
    /// <summary>Fewer single capitals in a row are initials, or the letters of a list.</summary>
    private const int FewestLetters = 4;

    /// <summary>Where a gap is so much wider than the usual one of the run, its next word begins.</summary>
    private const double WordGap = 1.6;

    public static IReadOnlyList<SeenWord> Close(IReadOnlyList<SeenWord> words)
    {
        var closed = new List<SeenWord>(words.Count);
        for (int start = 0, end; start < words.Count; start = end)
        {
            end = start;
            while (end < words.Count && words[end].Text is [>= 'A' and <= 'Z' or 'Å' or 'Ä' or 'Ö']) end++;
            if (end - start >= FewestLetters) closed.AddRange(Words([.. words.Skip(start).Take(end - start)]));
            else
            {
                end = Math.Max(end, start + 1);
                closed.AddRange(words.Skip(start).Take(end - start));
            }
        }

        return closed;
    }

    private static IEnumerable<SeenWord> Words(List<SeenWord> letters)
    {
        // From the middle of one letter to that of the next, since an I is narrower than an M.
        var steps = letters.Zip(letters.Skip(1), (one, next) => Middle(next.Box) - Middle(one.Box)).ToList();
        double usual = steps.Order().ElementAt(steps.Count / 2);
        var word = letters[0];
        for (int i = 1; i < letters.Count; i++)
        {
            if (steps[i - 1] > WordGap * usual)
            {
                yield return word;
                word = letters[i];
            }
            else
            {
                word = new SeenWord(word.Text + letters[i].Text, word.Box.Union(letters[i].Box),
                    Math.Min(word.Confidence, letters[i].Confidence), word.Witness);
            }
        }

        yield return word;
    }

    private static double Middle(Box box) => box.X + (box.Width / 2.0);
}
