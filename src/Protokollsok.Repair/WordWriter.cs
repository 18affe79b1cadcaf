namespace Protokollsok.Repair;

/// <summary>Turns a chosen candidate into text: capitals as they were, a broken word broken at its old place.</summary>
internal static class WordWriter
{
    /// <param name="verdicts">Where the verdict is added; of a broken word one for each part that changes.</param>
    public static void Write(Choice choice, double confidence, double[] evidence, List<Verdict> verdicts)
    {
        var (token, best, second) = (choice.Token, choice.Best, choice.Second);
        var now = Cased(best, token.Seen, choice.BeginsSentence);
        var reason = best.IsKnown ? second.IsKnown ? "known word, likelier here than another" : "known word, likelier than an unknown one" : best.IsCompound ? "compound, likelier by its parts" : "unknown word, likelier by its letters";
        if (token.Rest is not { } rest)
        {
            verdicts.Add(new Verdict(token.First, token.Seen, now, confidence, Cased(second, token.Seen, choice.BeginsSentence), reason) { Evidence = evidence });
            return;
        }

        var was = token.Seen[..token.First.Length];
        if (Break(token, best.Text) is not { } at) return;
        AddPart(token.First, was, now[..at]);
        AddPart(rest, token.Seen[was.Length..], now[at..]);

        void AddPart(Piece place, string before, string after)
        {
            if (before != after) verdicts.Add(new Verdict(place, before, after, confidence, null, reason + ", broken at the line's end") { Evidence = evidence });
        }
    }

    /// <summary>How many letters of the word stood before the hyphen.</summary>
    private static int? Break(in Token token, string word)
    {
        var (before, after) = (token.Lower[..token.First.Length], token.Lower[token.First.Length..]);
        for (var at = Math.Max(1, before.Length - 3); at < Math.Min(word.Length, before.Length + 2); at++)
        {
            if (ConfusionTable.Explains(before, word.AsSpan(0, at)) && ConfusionTable.Explains(after, word.AsSpan(at))) return at;
        }

        return null;
    }

    /// <summary>A sign that was read for the first letter tells nothing of its capital.</summary>
    private static string Cased(Candidate candidate, string seen, bool startsSentence)
    {
        var word = candidate.Text;
        if (IsCapitals(seen)) return word.ToUpperInvariant();
        var isCapital = char.IsLetter(seen[0]) ? char.IsUpper(seen[0]) : candidate.IsOnlyName || (startsSentence && seen.Length > 2);
        return isCapital && word.Length > 0 ? string.Concat([char.ToUpperInvariant(word[0])], word.AsSpan(1)) : word;
    }

    /// <summary>Whether two letters or more are all that there are, and capitals.</summary>
    private static bool IsCapitals(string seen)
    {
        var letters = 0;
        foreach (var c in seen)
        {
            if (!char.IsLetter(c)) continue;
            if (!char.IsUpper(c)) return false;
            letters++;
        }

        return letters > 1;
    }
}
