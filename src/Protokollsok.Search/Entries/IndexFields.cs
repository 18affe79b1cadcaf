namespace Protokollsok.Search.Entries;

/// <summary>The names of the index's fields; the one place for them. The node itself knows <c>owner</c>, <c>date</c>, <c>document</c>, <c>ordinal</c> and <c>stored</c>.</summary>
internal static class IndexFields
{
    /// <summary>Words: of a decision, or of a page.</summary>
    public const string Text = "text";

    /// <summary>Words: the heading of the decision's section; the headings that stand on the page.</summary>
    public const string Heading = "heading";

    /// <summary>Words: the document's title and its board; of pages only the first has them.</summary>
    public const string Title = "title";

    /// <summary>Words: the board's name.</summary>
    public const string BoardWords = "boardwords";

    /// <summary>Keyword: the document's id.</summary>
    public const string Owner = "owner";

    /// <summary>Keyword: case number keys.</summary>
    public const string Dnr = "dnr";

    /// <summary>Keyword: case number keys without their unit.</summary>
    public const string DnrWithoutUnit = "dnrnumber";

    /// <summary>Keyword: section numbers, without blanks.</summary>
    public const string Section = "section";

    /// <summary>Keyword: the municipality, in lower case.</summary>
    public const string Municipality = "municipality";

    /// <summary>Keyword in lower case, and facet as printed.</summary>
    public const string Board = "board";

    /// <summary>Facet.</summary>
    public const string Year = "year";

    /// <summary>Keyword and facet.</summary>
    public const string Type = "type";

    /// <summary>Keyword and facet: <c>decision</c>, <c>proposal</c> or <c>page</c>.</summary>
    public const string Kind = "kind";

    /// <summary>Number as yyyymmdd, 0 for none: point and sort.</summary>
    public const string Date = "date";

    /// <summary>Sort: the first eight bytes of the document's id.</summary>
    public const string Document = "document";

    /// <summary>Sort: the entry's place in its document.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Keyword: the entry's name within its document, <c>1</c> for the first decision, <c>p3</c> for the third page.</summary>
    public const string Entry = "entry";

    /// <summary>Facet: what a person calls the entry, the heading of a decision's §, or the title of a document on its first page.</summary>
    public const string Name = "name";

    /// <summary>Ranges of kronor.</summary>
    public const string Amount = "amount";

    /// <summary>What a hit needs.</summary>
    public const string Stored = "stored";
}
