using System.Text;

namespace Protokollsok.Search.Hits;

/// <summary>A short stretch of a text around its matches, as HTML in which only <c>mark</c> is markup.</summary>
internal static class Snippet
{
    /// <summary>UTF-16 units of text; a person reads three lines of it.</summary>
    private const int Longest = 300;

    private const int Before = 60;

    private const char Cut = '…';

    /// <param name="text">The text.</param>
    /// <param name="matches">In its order, not overlapping; without any the snippet is the text's beginning.</param>
    public static string Of(string text, IReadOnlyList<WordMatch> matches)
    {
        var (start, end) = text.Length <= Longest ? (0, text.Length) : Window(text, matches);
        var html = new StringBuilder();
        if (start > 0) html.Append(Cut).Append(' ');
        var at = start;
        foreach (var match in matches.Where(match => match.Start >= start && match.End <= end))
        {
            AppendEscaped(html, text.AsSpan(at, match.Start - at));
            html.Append("<mark>");
            AppendEscaped(html, text.AsSpan(match.Start, match.Length));
            html.Append("</mark>");
            at = match.End;
        }

        AppendEscaped(html, text.AsSpan(at, end - at));
        if (end < text.Length) html.Append(' ').Append(Cut);
        return html.ToString();
    }

    /// <summary>The window that holds the most different words of the query, then the most matches; the earliest of these.</summary>
    private static (int Start, int End) Window(string text, IReadOnlyList<WordMatch> matches)
    {
        var best = (Score: -1, Start: 0);
        for (var first = 0; first < matches.Count; first++)
        {
            var start = matches[first].Start;
            var inside = matches.Skip(first).TakeWhile(match => match.End <= start + Longest - Before).ToList();
            var score = (inside.DistinctBy(match => match.Asked).Count() * 1000) + inside.Count;
            if (score > best.Score) best = (score, start);
        }

        var from = WordStart(text, Math.Max(0, Math.Min(best.Start - Before, text.Length - Longest)), best.Start);
        return (from, WordEnd(text, Math.Min(text.Length, from + Longest), from));
    }

    /// <summary>Moves forward to the start of a word, but not past <paramref name="latest"/>.</summary>
    private static int WordStart(string text, int at, int latest)
    {
        if (at == 0 || latest == 0) return 0;
        for (var i = at; i < latest; i++)
            if (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])) return i;
        return latest;
    }

    /// <summary>Moves back to the end of a word; a single word longer than the window is cut.</summary>
    private static int WordEnd(string text, int at, int start)
    {
        if (at == text.Length) return at;
        for (var i = at; i > start + (Longest / 2); i--)
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1])) return i;
        return char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    private static void AppendEscaped(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ when char.IsWhiteSpace(c) || char.IsControl(c) => html.Append(' '),
                _ => html.Append(c),
            };
        }
    }
}
