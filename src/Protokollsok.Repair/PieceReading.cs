using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>What the reader said of a piece of a line.</summary>
/// <param name="Confidence">How sure it was, 0–1.</param>
/// <param name="Other">What another reading of the page has in its place, lower case; <see langword="null"/> where there is none, or it has the same.</param>
internal readonly record struct PieceReading(double Confidence, string? Other)
{
    /// <summary>Nobody said anything.</summary>
    public static PieceReading Nobody { get; } = new(1, null);

    /// <summary>By piece.</summary>
    /// <param name="number">The line's, 0-based.</param>
    public static PieceReading[] Of(LineReading line, int number)
    {
        var words = ByPlace(line);
        return [.. Tokenizer.Pieces(line.Text, number).Select(piece => At(line, words, piece.Start))];
    }

    /// <summary>By line and piece, after earlier steps. A word that was put together from others is as sure as the first of them, and no other reading has it.</summary>
    /// <param name="edited">The page after them.</param>
    public static PieceReading[][] Of(PageReading page, RepairedPage edited)
    {
        var (lines, shifts, start, startAsRead) = (edited.Text.Split('\n'), new TextShifts(edited), 0, 0);
        var readings = new PieceReading[lines.Length][];
        for (var i = 0; i < lines.Length; i++)
        {
            var words = ByPlace(page.Lines[i]);
            readings[i] = [.. Tokenizer.Pieces(lines[i], i).Select(piece => Of(page.Lines[i], words, shifts.AsRead(start + piece.Start) - startAsRead, lines[i].AsSpan(piece.Start, piece.Length)))];
            start += lines[i].Length + 1;
            startAsRead += page.Lines[i].Text.Length + 1;
        }

        return readings;
    }

    /// <summary>The word that stands at each place of the line: a line of a text layer may be a whole page.</summary>
    private static WordReading?[] ByPlace(LineReading line)
    {
        var words = new WordReading?[line.Text.Length];
        foreach (var word in line.Words)
        {
            for (var at = Math.Max(word.Start, 0); at < Math.Min(word.Start + word.Length, words.Length); at++) words[at] ??= word;
        }

        return words;
    }

    private static PieceReading Of(LineReading line, WordReading?[] words, int at, ReadOnlySpan<char> edited)
    {
        var reading = At(line, words, at);
        return reading.Other is null || line.Text.AsSpan(at).StartsWith(edited) ? reading : reading with { Other = null };
    }

    private static PieceReading At(LineReading line, WordReading?[] words, int at) =>
        at >= 0 && at < words.Length && words[at] is { } word
            ? new PieceReading(word.Confidence, word.Other is { } other ? OtherOf(line.Text.AsSpan(word.Start, word.Length), other) : null)
            : Nobody;

    /// <summary>Only where each reading has one word there; else nobody knows which is which.</summary>
    private static string? OtherOf(ReadOnlySpan<char> word, string other) =>
        OnlyPiece(word) is { } own && OnlyPiece(other) is { } its && ConfusionTable.Lowered(own) != ConfusionTable.Lowered(its) ? ConfusionTable.Lowered(its) : null;

    private static string? OnlyPiece(ReadOnlySpan<char> word)
    {
        var (start, length) = Tokenizer.NextPiece(word, 0);
        return length is > 0 and <= WordShape.LongestWord && Tokenizer.NextPiece(word, start + length).Length == 0 ? word.Slice(start, length).ToString() : null;
    }
}
