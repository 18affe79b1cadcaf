using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>Spells words that no lexicon knows, names above all, by the letters that Swedish words are made of.</summary>
internal sealed class SpellingSearch(SwedishModel model)
{
    private const int Beam = 12;

    /// <summary>The likeliest spellings of a word as read, lower case; whether it is among them or not.</summary>
    public List<(string Text, byte[] Confusions)> Find(string seen)
    {
        var reached = new List<Spelling>[seen.Length + 1];
        for (var i = 0; i <= seen.Length; i++) reached[i] = [];
        reached[0].Add(new Spelling("", [], 0));
        for (var i = 0; i < seen.Length; i++)
        {
            foreach (var spelling in reached[i].OrderByDescending(spelling => spelling.Log).Take(Beam)) Extend(spelling, seen, i, reached);
        }

        return [.. reached[^1].OrderByDescending(spelling => spelling.Log).Take(Beam).Select(spelling => (spelling.Text, spelling.Confusions))];
    }

    private void Extend(Spelling spelling, string seen, int at, List<Spelling>[] reached)
    {
        if (char.IsLetter(seen[at]) && seen[at] is not ('å' or 'ä' or 'ö'))
            reached[at + 1].Add(new Spelling(spelling.Text + seen[at], spelling.Confusions, spelling.Log + model.LogNextLetter(spelling.Text, seen[at])));
        foreach (var number in ConfusionTable.BeginningWith(seen[at]))
        {
            var confusion = ConfusionTable.All[number];
            if (string.CompareOrdinal(seen, at, confusion.Seen, 0, confusion.Seen.Length) != 0) continue;
            var log = spelling.Log + ConfusionWeights.Prior[number] + model.LogNextLetter(spelling.Text, confusion.Letter);
            reached[at + confusion.Seen.Length].Add(new Spelling(spelling.Text + confusion.Letter, [.. spelling.Confusions, (byte)number], log));
        }
    }

    private sealed record Spelling(string Text, byte[] Confusions, double Log);
}
