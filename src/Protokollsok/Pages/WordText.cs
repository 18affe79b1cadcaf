using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Protokollsok.Documents;
using Protokollsok.Web;

namespace Protokollsok.Pages;

/// <summary>
/// A page's text as HTML: a line a printed line, each word with its box, so that a word on the image and in the text find one another.
/// The text is a document's, so all of it goes through the encoder.
/// </summary>
internal sealed class WordText(DocumentView view) : IHtmlContent
{
    /// <summary>Of one word: below this it is shown as unsure.</summary>
    private const double Unsure = .6;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (view.Page is not { } page) return;
        var start = 0;
        var words = new Queue<PageWord>(view.Words.OrderBy(word => word.Start));
        foreach (var line in page.Text.Split('\n'))
        {
            writer.Write(IsFurniture(page, start, line.Length) ? "<p class=\"line furniture\">" : line.Length == 0 ? "<p class=\"gap\">" : "<p class=\"line\">");
            WriteLine(writer, encoder, page, start, start + line.Length, words);
            writer.Write("</p>\n");
            start += line.Length + 1;
        }
    }

    private static bool IsFurniture(PageRecord page, int start, int length) =>
        length > 0 && page.Furniture.Any(span => span.Start <= start && span.End >= start + length);

    private void WriteLine(TextWriter writer, HtmlEncoder encoder, PageRecord page, int start, int end, Queue<PageWord> words)
    {
        var at = start;
        while (words.TryPeek(out var word) && word.Start < end)
        {
            words.Dequeue();
            if (word.Start < at) continue;
            encoder.Encode(writer, page.Text, at, word.Start - at);
            WriteWord(writer, encoder, page, word);
            at = Math.Min(word.End, page.Text.Length);
        }

        if (at < end) encoder.Encode(writer, page.Text, at, end - at);
    }

    private void WriteWord(TextWriter writer, HtmlEncoder encoder, PageRecord page, PageWord word)
    {
        var tag = word.Hit ? "mark" : "span";
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<{tag} class=\"w{Classes(word)}\" data-s=\"{word.Start}\""));
        if (word.Box is { } box) writer.Write(string.Create(CultureInfo.InvariantCulture, $" data-b=\"{box.X} {box.Y} {box.Width} {box.Height}\""));
        if (word.Was is not null) WriteRepair(writer, encoder, page, word);
        else if (word.Confidence < Unsure) writer.Write(string.Create(CultureInfo.InvariantCulture, $" data-sure=\"{word.Confidence * 100:0}\""));
        writer.Write('>');
        encoder.Encode(writer, word.Text.Replace('\n', ' '));
        writer.Write($"</{tag}>");
    }

    private string Classes(PageWord word)
    {
        var classes = "";
        if (word.Was is not null) classes += " fixed";
        else if (word.Confidence < Unsure) classes += " unsure";
        if (view.Place is { } place && word.Start < place.End && word.End > place.Start) classes += " here";
        return classes;
    }

    private static void WriteRepair(TextWriter writer, HtmlEncoder encoder, PageRecord page, PageWord word)
    {
        writer.Write(" data-was=\"");
        encoder.Encode(writer, word.Was!);
        writer.Write('"');
        var sure = page.Corrections.Where(change => change.Applied && change.Start < word.End && change.Start + change.Length > word.Start).Select(change => change.Confidence).DefaultIfEmpty(word.Confidence).Min();
        writer.Write(string.Create(CultureInfo.InvariantCulture, $" data-sure=\"{Math.Floor(sure * 100):0}\""));
    }
}
