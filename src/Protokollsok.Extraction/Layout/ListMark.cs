using System.Buffers;
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
    private static readonly SearchValues<char> Bullets = SearchValues.Create("-–—•*·●▪■◦¤+»«©®°►➢‣⁃∙→");

    private static readonly ListMark None = new(ListMarkKind.None, 0, 0);

    public static ListMark Of(string line)
    {
        if (line.Length < 3) return None;
        var at = line[0] == '(' ? 1 : 0;
        if (char.IsAsciiDigit(line[at])) return Numbered(line, at);
        if (BulletEnd(line) is > 0 and var bullet) return new ListMark(ListMarkKind.Bullet, 0, FirstText(line, bullet));
        if (at + 2 < line.Length && char.IsAsciiLetter(line[at]) && line[at + 1] is '.' or ')'
            && line[at + 2] == ' ') return new ListMark(ListMarkKind.Letter, 0, FirstText(line, at + 2));
        return StartsWithAtt(line);
    }

    /// <summary>A number without a full stop before a capital, <c>1 Motionen avslås</c>; whether it is a mark, only its neighbours can say.</summary>
    public static ListMark OfBareNumber(string line)
    {
        var end = 0;
        while (end < line.Length && end < 3 && char.IsAsciiDigit(line[end])) end++;
        if (end is 0 or 3 || end + 2 >= line.Length || line[end] is not (' ' or '\t')) return None;
        var text = FirstText(line, end);
        return text < line.Length && char.IsUpper(line[text])
            ? new ListMark(ListMarkKind.Number, int.Parse(line.AsSpan(0, end), CultureInfo.InvariantCulture), text)
            : None;
    }

    /// <summary>Where the bullet ends: after one to three signs and a blank, or after dashes that stand right before <i>att</i>. Bullets are
    /// read as guillemets, too, and before a capital as a small <i>e</i> or <i>o</i>. 0 if there is none.</summary>
    private static int BulletEnd(string line)
    {
        var end = 0;
        while (end < 3 && Bullets.Contains(line[end])) end++;
        if (end == 0) return line[0] is 'e' or 'o' && line[1] == ' ' && char.IsUpper(line[2]) ? 1 : 0;
        if (end < line.Length && line[end] is ' ' or '\t') return end;
        return line[0] is '-' or '–' or '—' && line.AsSpan(end).StartsWith("att ", StringComparison.Ordinal) ? end : 0;
    }

    private static ListMark Numbered(string line, int at)
    {
        var end = at;
        while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
        if (end - at > 2 || end + 1 >= line.Length || line[end] is not ('.' or ')' or ':' or ',') || char.IsDigit(line[end + 1])) return None;
        var text = FirstText(line, end + 1);
        // A speck makes a comma of the full stop.
        if (line[end] == ',' && !line.AsSpan(text).StartsWith("att ", StringComparison.Ordinal) && !(text < line.Length && char.IsUpper(line[text]))) return None;
        return text < line.Length && (char.IsLetterOrDigit(line[text]) || line[text] is '"' or '”' or '*' or '“' or '(' or '§')
            ? new ListMark(ListMarkKind.Number, int.Parse(line.AsSpan(at, end - at), CultureInfo.InvariantCulture), text)
            : None;
    }

    private static ListMark StartsWithAtt(string line)
    {
        var at = line.StartsWith("dels ", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
        return line.AsSpan(at).StartsWith("att ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("a t t ", StringComparison.Ordinal) ? new ListMark(ListMarkKind.Att, 0, at) : None;
    }

    private static int FirstText(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }
}
