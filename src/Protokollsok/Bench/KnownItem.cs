using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Language.Words;

namespace Protokollsok.Bench;

/// <summary>Something that a person remembers of a document and types to find it again.</summary>
/// <param name="Text">A sentence or a heading as printed, typed clean.</param>
/// <param name="Page">1-based page that it stands on.</param>
/// <param name="IsTitle">A document's title or a section's heading; else a sentence of the running text.</param>
internal sealed record KnownItem(string Text, int Page, bool IsTitle)
{
    /// <summary>Fewer words tell too little, and nobody types more.</summary>
    private const int FewestWords = 5, MostWords = 16, FewestOfTitle = 2;

    /// <summary>Words of letters, which a person remembers; tables and number rows have few.</summary>
    private const double LeastLetters = .8;

    private static readonly char[] Ends = ['.', '!', '?', ':'];

    /// <summary>What of the printed pages can be asked for, each text once; furniture is not.</summary>
    public static IReadOnlyList<KnownItem> Of(DocumentRecord printed)
    {
        var text = RunningText.Of(printed.Pages);
        var titles = printed.Sections.Where(section => section.Heading is not null).Select(section => new KnownItem(section.Heading!, section.Page, IsTitle: true));
        if (printed.Title is { } title && printed.Sections.Count == 0) titles = titles.Prepend(new KnownItem(title, 1, IsTitle: true));
        var sentences = printed.Pages.SelectMany(page => Sentences(text.PageText(page.Number)).Select(sentence => new KnownItem(sentence, page.Number, IsTitle: false)));
        return
        [
            .. titles.Where(item => IsTyped(item.Text, FewestOfTitle)).Concat(sentences.Where(item => IsTyped(item.Text, FewestWords)))
                .GroupBy(item => Key(item.Text)).Where(same => same.Count() == 1).Select(same => same.Single()),
        ];
    }

    /// <summary>The words in lower case: what makes two texts the same question.</summary>
    public static string Key(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Value));

    /// <summary>As typed into the search: without the signs that the query language gives a meaning.</summary>
    public string Query() => string.Join(' ', Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('"', '”', '“', '-', '–', '—', '•', '*', '(', ')', '.', ',', ';', ':')).Where(word => word.Length > 0));

    private static IEnumerable<string> Sentences(string page)
    {
        foreach (var paragraph in page.Split("\n\n"))
        {
            var begin = 0;
            for (var at = 0; at < paragraph.Length; at++)
            {
                var ends = Array.IndexOf(Ends, paragraph[at]) >= 0 && (at + 1 == paragraph.Length || char.IsWhiteSpace(paragraph[at + 1]))
                    && (at + 2 >= paragraph.Length || char.IsUpper(paragraph[at + 2]));
                if (!ends) continue;
                yield return Folded(paragraph[begin..(at + 1)]);
                begin = at + 1;
            }
        }
    }

    private static bool IsTyped(string text, int fewest)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= fewest && words.Length <= MostWords && words.Count(word => char.IsLetter(word[0])) >= LeastLetters * words.Length;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"page {Page}: {Text}");
}
