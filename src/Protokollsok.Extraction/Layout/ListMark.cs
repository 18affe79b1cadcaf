using System.Globalization;

namespace Protokollsok.Extraction;

internal enum ListMarkKind
{
    None,
    Number,
    Letter,
    Bullet,
    Att,
}

/// <summary>What stands before an item of a list.</summary>
/// <param name="Number">Of a numbered item, else 0.</param>
/// <param name="TextAt">Where the item's own text begins on the line; <i>att</i> is part of the text.</param>
internal readonly record struct ListMark(ListMarkKind Kind, int Number, int TextAt)
{
    private static readonly ListMark None = new(ListMarkKind.None, 0, 0);

    public static ListMark Of(string line)
    {
        if (line.Length < 3) return None;
        var at = line[0] == '(' ? 1 : 0;
        if (char.IsAsciiDigit(line[at])) return Numbered(line, at);
        if (line[0] is '-' or '–' or '—' or '•' or '*' or '·' or '●' or '▪' or '◦' or '¤' or '+' && line[1] is ' ' or '\t')
            return new ListMark(ListMarkKind.Bullet, 0, FirstText(line, 1));
        if (at + 2 < line.Length && char.IsAsciiLetter(line[at]) && line[at + 1] is '.' or ')'
            && line[at + 2] == ' ') return new ListMark(ListMarkKind.Letter, 0, FirstText(line, at + 2));
        return StartsWithAtt(line);
    }

    private static ListMark Numbered(string line, int at)
    {
        var end = at;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        if (end - at > 2 || end + 1 >= line.Length || line[end] is not ('.' or ')' or ':') || char.IsDigit(line[end + 1])) return None;
        var text = FirstText(line, end + 1);
        return text < line.Length && (char.IsLetterOrDigit(line[text]) || line[text] is '"' or '”' or '*' or '“' or '(' or '§')
            ? new ListMark(ListMarkKind.Number, int.Parse(line.AsSpan(at, end - at), CultureInfo.InvariantCulture), text)
            : None;
    }

    private static ListMark StartsWithAtt(string line)
    {
        var at = line.StartsWith("dels ", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
        return line.AsSpan(at).StartsWith("att ", StringComparison.OrdinalIgnoreCase) ? new ListMark(ListMarkKind.Att, 0, at) : None;
    }

    private static int FirstText(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }
}
