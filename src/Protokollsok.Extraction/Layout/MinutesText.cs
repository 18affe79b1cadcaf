using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// A document as the finders see it: the running text, its lines with their headings, and the way back to the pages. Made once, shared
/// by all of them.
/// </summary>
internal sealed class MinutesText
{
    private readonly RunningText _running;
    private readonly PrintedForm _printed;
    private readonly PlaceConfidence _confidence;
    private readonly Dictionary<int, string> _texts;

    private MinutesText(IReadOnlyList<PageRecord> pages, RunningText running, DnrProfile dnr)
    {
        Dnr = dnr;
        _confidence = new PlaceConfidence(pages);
        Pages = pages;
        _running = running;
        _printed = new PrintedForm(pages);
        _texts = pages.GroupBy(page => page.Number).ToDictionary(group => group.Key, group => group.First().Text);
        Lines = ReadLines(running);
        Width = WidthOf(Lines);
        Era = Era.Of(string.Join('\n', pages.Select(page => page.Text)));
    }

    /// <summary>How the municipality writes case numbers.</summary>
    public DnrProfile Dnr { get; }

    /// <summary>With their furniture.</summary>
    public IReadOnlyList<PageRecord> Pages { get; }

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>How long the lines of running text are, in UTF-16 units: nine of ten lines are shorter, or as long.</summary>
    public int Width { get; }

    /// <summary>The years of the document, furniture included.</summary>
    public Era Era { get; }

    /// <summary>The running text.</summary>
    public string Text => _running.Text;

    /// <param name="pages">With their furniture.</param>
    public static MinutesText Of(IReadOnlyList<PageRecord> pages, DnrProfile dnr) => new(pages, RunningText.Of(pages), dnr);

    /// <param name="number">1-based, of a page that is there.</param>
    public string PageText(int number) => _texts[number];

    /// <summary>What stands on the page at a place, furniture or not.</summary>
    public string PageText(Place place) => _texts[place.Page].Substring(place.Start, place.Length);

    /// <summary>All pieces of a span of the running text.</summary>
    public IReadOnlyList<Place> PlacesOf(int start, int length) => _running.PlacesOf(start, length);

    /// <summary>The first piece of a span that is not empty.</summary>
    public Place PlaceOf(int start, int length) => _running.PlacesOf(start, length)[0];

    /// <summary>A value with its printed form, its place and how sure it is.</summary>
    /// <param name="certainty">Of the rule that understood it, 0–1.</param>
    public Found<T> Found<T>(T value, int start, int length, double certainty = 1) => Found(value, _running.PlacesOf(start, length), certainty);

    /// <summary>Likewise, of places that are known already. Cut by a page break it is printed in pieces; its place is the first.</summary>
    public Found<T> Found<T>(T value, IReadOnlyList<Place> places, double certainty = 1) =>
        new(value, string.Join(' ', places.Select(_printed.Of)), places[0], ConfidenceOf(places, certainty));

    /// <summary>How sure what stands at the places is, 0–1, and how sure the rule that understood it.</summary>
    public double ConfidenceOf(IReadOnlyList<Place> places, double certainty = 1) => _confidence.Of(places, certainty);

    /// <summary>Whether the line before ends though the first word of this one would have fitted: then something new begins.</summary>
    public bool IsBrokenEarly(Line line)
    {
        if (line.Index == 0) return true;
        var word = line.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : line.Text.Length;
        return Lines[line.Index - 1].Text.Length + 1 + word < Width * 9 / 10;
    }

    /// <summary>The line with what follows it in its paragraph, up to so many UTF-16 units or the first mark of a list.</summary>
    public string Onward(Line line, int limit)
    {
        var text = line.Text;
        for (var i = line.Index + 1; i < Lines.Count && !Lines[i].Gap && text.Length < limit && ListMark.Of(Lines[i].Text).Kind is ListMarkKind.None; i++)
            text += " " + Lines[i].Text;
        return text;
    }

    private static int WidthOf(IReadOnlyList<Line> lines)
    {
        var lengths = lines.Select(line => line.Text.Length).Order().ToList();
        return lengths.Count == 0 ? 0 : lengths[lengths.Count * 9 / 10];
    }

    private static List<Line> ReadLines(RunningText running)
    {
        var lines = new List<Line>();
        var gap = true;
        foreach (var line in running.Lines)
        {
            if (line.Length > 0)
            {
                var text = running.Text.Substring(line.Start, line.Length);
                lines.Add(new Line(lines.Count, line.Start, text, gap, line.AfterBreak, line.Page, HeadingReader.Read(text)));
            }

            gap = line.Length == 0;
        }

        return lines;
    }
}
