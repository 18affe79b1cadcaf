using System.Buffers;
using System.Text;

namespace Protokollsok.Documents;

/// <summary>Writes pages, line by line, into a <see cref="RunningText"/>.</summary>
internal sealed class RunningTextWriter
{
    private const char SoftHyphen = '\u00AD';

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-\u2010\u2011\u00AC\u00AD");

    /// <summary>After these a hyphen at a line's end is a suspended one: <i>mödra- och barnhälsovård</i>.</summary>
    private static readonly string[] Conjunctions = ["och", "eller", "samt", "resp", "respektive", "som", "till"];

    private readonly StringBuilder _text = new();
    private readonly List<RunningLine> _lines = [];
    private readonly List<RunningText.Piece> _pieces = [];
    private bool _gap;
    private bool _break;

    public void Write(PageRecord page)
    {
        _break = true;
        _gap = false;
        var furniture = page.Furniture.OrderBy(span => span.Start).ToArray();
        var next = 0;
        foreach (var line in LinesOf(page.Text, new TextSpan(0, page.Text.Length)))
        {
            while (next < furniture.Length && furniture[next].End <= line.Start) next++;
            WriteLine(page, line, furniture.AsSpan(next));
        }
    }

    public void WriteSpan(PageRecord page, TextSpan span)
    {
        foreach (var line in LinesOf(page.Text, span)) WriteLine(page, line, []);
    }

    public RunningText ToRunningText() => new(_text.ToString(), _lines, _pieces);

    /// <summary>One line, less the furniture on it. The furniture begins with the first span that ends after the line's start.</summary>
    private void WriteLine(PageRecord page, TextSpan line, ReadOnlySpan<TextSpan> furniture)
    {
        var from = line.Start;
        foreach (var span in furniture)
        {
            if (span.Start >= line.End && !(line.Length == 0 && span.Start == line.End)) break;
            if (span.Start > from) WritePart(page, new TextSpan(from, span.Start - from));
            _break = true;
            from = Math.Max(from, span.End);
        }

        if (from < line.End || line.Length == 0) WritePart(page, new TextSpan(from, Math.Max(0, line.End - from)));
    }

    private void WritePart(PageRecord page, TextSpan part)
    {
        var span = Trim(page.Text, part);
        if (span.Length == 0)
        {
            _gap |= _lines.Count > 0 && part.Length >= 0;
            return;
        }

        if (_lines.Count > 0 && !_gap | _break && EndsInCutWord(page.Text.AsSpan(span.Start, span.Length)) is { } keepHyphen)
        {
            span = JoinFirstWord(page, span, keepHyphen);
            if (span.Length == 0) return;
        }

        Begin(page, span);
    }

    private void Begin(PageRecord page, TextSpan span)
    {
        var samePage = _lines.Count > 0 && _lines[^1].Page == page.Number;
        if (_gap && samePage) AddLine(page.Number, 0, afterBreak: false);
        if (_lines.Count > 0) _text.Append('\n');
        var start = _text.Length;
        AddPiece(page, span);
        _lines.Add(new RunningLine(start, span.Length, page.Number, _break));
        (_gap, _break) = (false, false);
    }

    private void AddLine(int page, int length, bool afterBreak)
    {
        _text.Append('\n');
        _lines.Add(new RunningLine(_text.Length, length, page, afterBreak));
    }

    private void AddPiece(PageRecord page, TextSpan span)
    {
        _pieces.Add(new RunningText.Piece(_text.Length, span.Length, page.Number, span.Start, _break));
        _text.Append(page.Text, span.Start, span.Length);
    }

    /// <summary>Puts the rest of the cut word onto the line where it began; what is left of this line is returned.</summary>
    private TextSpan JoinFirstWord(PageRecord page, TextSpan span, bool keepHyphen)
    {
        if (!keepHyphen) DropLastUnit();
        var word = span.Length;
        for (var i = 0; i < span.Length && word == span.Length; i++)
            if (char.IsWhiteSpace(page.Text[span.Start + i])) word = i;
        AddPiece(page, new TextSpan(span.Start, word));
        _lines[^1] = _lines[^1] with { Length = _text.Length - _lines[^1].Start };
        _break = false;
        _gap = false;
        return Trim(page.Text, new TextSpan(span.Start + word, span.Length - word));
    }

    private void DropLastUnit()
    {
        _text.Length--;
        _pieces[^1] = _pieces[^1] with { Length = _pieces[^1].Length - 1 };
    }

    /// <summary>Whether the last line ends in a word that goes on in <paramref name="next"/>: null if not, else whether its hyphen
    /// stays.</summary>
    private bool? EndsInCutWord(ReadOnlySpan<char> next)
    {
        var last = _lines[^1];
        if (last.Length < 2 || !Hyphens.Contains(_text[^1])) return null;
        if (_text[^1] == SoftHyphen) return char.IsLetterOrDigit(next[0]) ? false : null;
        var before = _text[^2];
        if (!char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(next[0])) return null;
        if (char.IsDigit(next[0]) || char.IsUpper(next[0]) || char.IsDigit(before)) return true;
        return IsConjunction(next) ? null : char.IsUpper(before);
    }

    private static bool IsConjunction(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length])) length++;
        foreach (var conjunction in Conjunctions)
            if (text[..length].Equals(conjunction, StringComparison.Ordinal)) return true;
        return false;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end - start);
    }

    private static IEnumerable<TextSpan> LinesOf(string text, TextSpan within)
    {
        for (var start = within.Start; start <= within.End;)
        {
            var end = text.IndexOf('\n', start, within.End - start);
            if (end < 0) end = within.End;
            yield return new TextSpan(start, end - start);
            start = end + 1;
        }
    }
}
