using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>Spells words that no lexicon knows, names above all, by the letters that Swedish words are made of.</summary>
internal sealed class SpellingSearch(SwedishModel model)
{
    private const int Beam = 12;

    /// <summary>So many letters before it decide about a letter.</summary>
    private const int Memory = 4;

    /// <summary>The likeliest spellings of a word as read, lower case; whether it is among them or not.</summary>
    public List<(string Text, byte[] Confusions)> Find(string seen)
    {
        var reached = new List<Spelling>[seen.Length + 1];
        for (var i = 0; i <= seen.Length; i++) reached[i] = [];
        reached[0].Add(new Spelling(null, '\0', null, 0, 0));
        for (var i = 0; i < seen.Length; i++)
        {
            foreach (var spelling in Best(reached[i])) Extend(spelling, seen, i, reached);
        }

        return [.. Best(reached[^1]).Select(spelling => spelling.Spelt())];
    }

    private void Extend(Spelling spelling, string seen, int at, List<Spelling>[] reached)
    {
        Span<char> memory = stackalloc char[Memory];
        var before = model.LettersBefore(memory[^spelling.LastLetters(memory)..]);
        if (seen[at] is not ('å' or 'ä' or 'ö'))
            reached[at + 1].Add(new Spelling(spelling, seen[at], null, spelling.Length + 1, spelling.Log + model.LogNextLetter(before, seen[at])));
        foreach (var number in ConfusionTable.BeginningWith(seen[at]))
        {
            var confusion = ConfusionTable.All[number];
            if (IsRareShape(confusion) || (at == 0 && confusion.IsInside) || !seen.AsSpan(at).StartsWith(confusion.Seen, StringComparison.Ordinal)) continue;
            var log = spelling.Log + ConfusionWeights.Lost[number] + model.LogNextLetter(before, confusion.Letter);
            reached[at + confusion.Seen.Length].Add(new Spelling(spelling, confusion.Letter, (byte)number, spelling.Length + 1, log));
        }
    }

    /// <summary>An i or a t that was an l, a G that was an Ö: too common among letters that are right, unless a known word bears it out.</summary>
    private static bool IsRareShape(Confusion confusion) => confusion.BeginsWord || confusion is { Letter: 'l', Seen: "i" or "t" };

    private static IEnumerable<Spelling> Best(List<Spelling> spellings)
    {
        spellings.Sort((a, b) => b.Log.CompareTo(a.Log));
        return spellings.Take(Beam);
    }

    /// <summary>A beginning, as its last letter and what is before that.</summary>
    private sealed record Spelling(Spelling? Before, char Letter, byte? Confusion, int Length, double Log)
    {
        /// <summary>Fills the end of a buffer with the last letters; how many there were.</summary>
        public int LastLetters(Span<char> letters)
        {
            var at = letters.Length;
            for (var spelling = this; spelling.Before is not null && at > 0; spelling = spelling.Before) letters[--at] = spelling.Letter;
            return letters.Length - at;
        }

        public (string Text, byte[] Confusions) Spelt()
        {
            var text = new char[Length];
            var confusions = new List<byte>();
            for (var spelling = this; spelling.Before is not null; spelling = spelling.Before)
            {
                text[spelling.Length - 1] = spelling.Letter;
                if (spelling.Confusion is { } confusion) confusions.Add(confusion);
            }

            return (new string(text), [.. confusions]);
        }
    }
}
