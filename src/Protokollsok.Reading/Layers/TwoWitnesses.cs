using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>Puts a page together from its text layer and the reading of its image, where neither is good enough alone.</summary>
internal static class TwoWitnesses
{
    /// <summary>A reading that is less sure of a word than this gives way to a layer that has a likelier one.</summary>
    private const double Unsure = 0.6;

    /// <summary>Lines that only the image has are taken when they are as sure as this: pictures are read as something too.</summary>
    private const double SureLine = 0.85;

    private const int LeastLetters = 4;

    /// <summary>Two readings of one word differ by no more letters.</summary>
    private const int MostLonger = 3;

    /// <summary>A ligature becomes at most so many letters.</summary>
    private const int LongestLigature = 3;

    private static readonly string[] Ligatures = ["fi", "fl", "ff", "ffi", "ffl", "ti", "tt", "ft", "fj", "tti", "f", "t"];

    /// <summary>The unambiguous ligature is likelier than the next by so many bits.</summary>
    private const double LeastLead = 4;

    /// <summary>The writer's own layer, its broken words as the image has them.</summary>
    public static IReadOnlyList<LineReading> Mended(IReadOnlyList<LineReading> layer, IReadOnlyList<LineReading> seen)
    {
        var words = PlacedWord.In(seen);
        return [.. layer.Select(line => Rewritten(line, word =>
            !word.Text.Any(IsBroken) ? word
            : words.Where(other => other.IsIn(word)).ToList() is { Count: > 0 } inside && string.Concat(inside.Select(other => other.Text)) is var whole && Fits(word.Text, whole)
                ? word with { Text = whole, Confidence = inside.Min(other => other.Confidence), Witness = inside[0].Witness }
            : word with { Text = WithLigature(word.Text), Confidence = Unsure }))];
    }

    /// <summary>The reading of the image, its unsure words as a layer has them that is otherwise good.</summary>
    public static IReadOnlyList<LineReading> Confirmed(IReadOnlyList<LineReading> seen, IReadOnlyList<LineReading> layer)
    {
        var words = PlacedWord.In(layer);
        return [.. seen.Select(line => Rewritten(line, word =>
            word.Confidence < Unsure && word.Text.All(char.IsLetter)
            && words.Where(other => other.IsIn(word)).ToList() is [var other] && other.Text.All(char.IsLetter)
            && SwedishLetters.Cost(other.Text) / (other.Text.Length + 1) < SwedishLetters.Cost(word.Text) / (word.Text.Length + 1)
                ? word with { Text = other.Text, Witness = other.Witness } : word))];
    }

    /// <summary>The reading of the image, each word with what a layer has in its place where it has another one, however bad the layer is: letters that both have are sure.</summary>
    public static IReadOnlyList<LineReading> Beside(IReadOnlyList<LineReading> seen, IReadOnlyList<LineReading> layer)
    {
        var words = PlacedWord.In(layer).Where(word => word.Text.Any(char.IsLetter)).ToList();
        // A page has no more; what has was made to be slow.
        return words.Count is 0 or > LayerInk.MostWords ? seen : [.. seen.Select(line => line with { Words = [.. PlacedWord.In([line]).Zip(line.Words, With)] })];

        WordReading With(PlacedWord placed, WordReading word) =>
            placed.Text.Count(char.IsLetter) >= LeastLetters && words.Where(other => other.IsIn(placed)).Take(2).ToList() is [var other]
            && other.Text != placed.Text && Math.Abs(other.Text.Length - placed.Text.Length) <= MostLonger ? word with { Other = other.Text } : word;
    }

    /// <summary>The layer, and the lines of the image that it knows nothing of: a letter pasted in as a picture.</summary>
    /// <returns>The layer itself, where there are none.</returns>
    public static IReadOnlyList<LineReading> Completed(IReadOnlyList<LineReading> layer, IReadOnlyList<LineReading> seen)
    {
        var words = PlacedWord.In(layer);
        var unseen = seen.Where(line => line.Words.Count > 0 && line.Text.Count(char.IsLetter) >= LeastLetters
            && line.Words.Average(word => word.Confidence) >= SureLine
            && !PlacedWord.In([line]).Any(word => words.Any(other => other.IsIn(word) || word.IsIn(other)))).ToList();
        if (unseen.Count == 0) return layer;
        var lines = layer.ToList();
        foreach (var line in unseen)
        {
            int at = lines.FindIndex(other => other.Words.Count > 0 && other.Words[0].Box.Y > line.Words[0].Box.Y);
            lines.Insert(at < 0 ? lines.Count : at, line);
        }

        return lines;
    }

    /// <summary>Mean of the words' confidences, 0–1.</summary>
    public static double Confidence(IReadOnlyList<LineReading> lines) =>
        lines.SelectMany(line => line.Words).Select(word => word.Confidence).DefaultIfEmpty(1).Average();

    private static LineReading Rewritten(LineReading line, Func<PlacedWord, PlacedWord> change)
    {
        var text = new LineText();
        foreach (var word in PlacedWord.In([line]))
        {
            var changed = change(word);
            text.Add(changed.Text, changed.Box, changed.Confidence, changed.Witness, word.StartsCell);
        }

        return text.ToLine() ?? line;
    }

    private static bool IsBroken(char letter) => letter == '\uFFFD' || char.GetUnicodeCategory(letter) == UnicodeCategory.PrivateUse;

    /// <summary>Whether a text is the word with letters in place of what is broken in it.</summary>
    private static bool Fits(ReadOnlySpan<char> broken, ReadOnlySpan<char> whole)
    {
        if (broken.IsEmpty) return whole.IsEmpty;
        if (!IsBroken(broken[0])) return !whole.IsEmpty && broken[0] == whole[0] && Fits(broken[1..], whole[1..]);
        for (int length = 1; length <= LongestLigature && length <= whole.Length; length++)
        {
            if (Fits(broken[1..], whole[length..])) return true;
        }

        return false;
    }

    /// <summary>The word with the one ligature that makes it Swedish; as it is, where two would.</summary>
    private static string WithLigature(string word)
    {
        if (word.Count(IsBroken) != 1) return word;
        char broken = word.First(IsBroken);
        var made = Ligatures.Select(ligature => word.Replace(broken.ToString(), ligature, StringComparison.Ordinal))
            .OrderBy(text => SwedishLetters.Cost(text)).ToList();
        return SwedishLetters.Cost(made[1]) - SwedishLetters.Cost(made[0]) >= LeastLead ? made[0] : word;
    }
}
