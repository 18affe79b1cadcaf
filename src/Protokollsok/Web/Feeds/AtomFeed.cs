using System.Globalization;
using System.Text;
using System.Xml;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web.Feeds;

/// <summary>
/// One page of hits as an Atom feed (RFC 4287, paged as RFC 5005 has it). Ids are made of what is found, not of the server's address, so they
/// stay when it moves. There are no tombstones: whether something deleted would have matched nobody can know any more, and the list of
/// documents tells what is gone.
/// </summary>
internal sealed class AtomFeed(SearchPage page, SearchParameters asked, string server, Func<DocumentId, (DateTimeOffset Updated, string? MediaType)> about)
{
    public const string MediaType = "application/atom+xml";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";
    private const string Path = "/api/v1/search.atom";
    private const string Ids = "tag:protokollsok,2026:";

    /// <summary>The newest change of any entry; of an empty feed the beginning of time, so that it stays the same.</summary>
    public DateTimeOffset Updated { get; } = page.Hits.Select(hit => about(hit.Document.Id).Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    public byte[] ToUtf8()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" })) Write(xml);
        return bytes.ToArray();
    }

    private void Write(XmlWriter xml)
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "opensearch", null, OpenSearch);
        xml.WriteAttributeString("xml", "lang", null, "sv");
        Text(xml, "id", Ids + (asked with { Cursor = null, Size = null }).ToAddress("search"));
        Text(xml, "title", string.IsNullOrWhiteSpace(asked.Q) ? "Protokollsök" : $"Protokollsök: {asked.Q.Trim()}");
        Text(xml, "subtitle", Coverage());
        Text(xml, "updated", Moment(Updated));
        Person(xml, "Protokollsök");
        Text(xml, "generator", "Protokollsök");
        Link(xml, "self", MediaType, asked.ToAddress(Path));
        Link(xml, "alternate", "text/html", (asked with { Cursor = null, Size = null }).ToAddress());
        if (page.Next is not null) Link(xml, "next", MediaType, (asked with { Cursor = page.Next }).ToAddress(Path));
        xml.WriteElementString("opensearch", "totalResults", OpenSearch, page.Total.ToString(CultureInfo.InvariantCulture));
        foreach (var hit in page.Hits) Entry(xml, hit);
        xml.WriteEndElement();
    }

    private void Entry(XmlWriter xml, SearchHit hit)
    {
        var (updated, mediaType) = about(hit.Document.Id);
        var document = $"/api/v1/documents/{hit.Document.Id.Hex}";
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", Ids + EntryId.Of(hit));
        Text(xml, "title", Title(hit));
        Text(xml, "updated", Moment(updated));
        if (hit.Document.Board is { } board) Person(xml, board);
        Link(xml, "alternate", mediaType ?? "application/octet-stream", string.Create(CultureInfo.InvariantCulture, $"{document}/original#page={hit.Page}"));
        Link(xml, "related", "application/json", hit.Decision is null ? document : $"/api/v1/decisions/{hit.Decision.Id}");
        foreach (var dnr in hit.Document.Dnr) Link(xml, "related", "application/json", $"/api/v1/cases/{Uri.EscapeDataString(dnr)}", $"Ärendet {dnr}");
        Category(xml, KindOf(hit));
        xml.WriteStartElement("summary", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Clean(hit.Snippet));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private string Coverage() => page.Coverage is { } coverage
        ? $"{Swedish.Count(page.Total, "träff", "träffar")} i {coverage.Searchable} av {Swedish.Count(coverage.Documents, "dokument", "dokument")}"
        : Swedish.Count(page.Total, "träff", "träffar");

    private static string Title(SearchHit hit)
    {
        string?[] parts = [hit.Decision?.Section is { } number ? $"§ {number} {Swedish.Name(hit)}" : Swedish.Name(hit), hit.Document.Date?.ToString()];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part))).ReplaceLineEndings(" ");
    }

    private static string KindOf(SearchHit hit) => hit.Decision is null ? "page" : hit.Decision.Kind == DecisionKind.Proposal ? "proposal" : "decision";

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, Clean(value));

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private void Link(XmlWriter xml, string relation, string type, string address, string? title = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", server + address);
        if (title is not null) xml.WriteAttributeString("title", Clean(title));
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string kind)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", kind);
        xml.WriteAttributeString("label", Swedish.Kind(kind, plural: false));
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A scan's text may hold what XML cannot.</summary>
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }
}
