using System.Text.RegularExpressions;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>A column of a line in the head of a page, furniture or not.</summary>
internal readonly partial record struct HeadSegment(int Page, int Start, string Text)
{
    private const int MaxLines = 18;
    private const int MaxPages = 3;

    public Place Place => new(Page, Start, Text.Length);

    /// <summary>The heads of the first pages: their lines until the first heading or section.</summary>
    public static List<HeadSegment> Of(IReadOnlyList<PageRecord> pages)
    {
        var segments = new List<HeadSegment>();
        foreach (var page in pages.Take(MaxPages)) AddFrom(page, segments);
        return segments;
    }

    private static void AddFrom(PageRecord page, List<HeadSegment> segments)
    {
        var lines = 0;
        for (var start = 0; start < page.Text.Length && lines < MaxLines;)
        {
            var end = page.Text.IndexOf('\n', start);
            if (end < 0) end = page.Text.Length;
            var line = page.Text[start..end];
            if (line.Trim().Length > 0)
            {
                if (line.TrimStart()[0] is '§' or '$'
                    || (HeadingReader.Read(line.Trim()) is { Kind: not HeadingKind.Formalities } && !IsKind(line))) return;
                lines++;
                foreach (Match column in Column()
                    .Matches(line)) segments.Add(new HeadSegment(page.Number, start + column.Index, column.Value));
            }

            start = end + 1;
        }
    }

    /// <summary><c>Protokollsutdrag</c> is a heading above recipients; in the head of a page it says what the document is.</summary>
    private static bool IsKind(string line) => Folded.Letters(line) is "protokollsutdrag";

    [GeneratedRegex(@"[^\s|](?:[^\t|\s]| (?! ))*", RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
