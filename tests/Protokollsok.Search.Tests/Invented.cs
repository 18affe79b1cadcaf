using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>Makes records of documents that never were.</summary>
internal static class Invented
{
    public static DocumentId Id(string name) => DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(name));

    public static DocumentRecord Letter(string name, string text, params Correction[] corrections) => new()
    {
        Id = Id(name),
        Source = new Source(name + ".txt", text.Length, "text/plain", 1),
        DocumentType = DocumentType.Tjansteskrivelse,
        Pages = [Page(1, text, corrections)],
    };

    public static PageRecord Page(int number, string text, params Correction[] corrections) =>
        new(number, text, PageOrigin.TextFile, 1, null, null, null, [], corrections);

    /// <summary>A correction of the first occurrence of what the text now says.</summary>
    public static Correction Repaired(string text, string was, string now) =>
        new(text.IndexOf(now, StringComparison.Ordinal), now.Length, was, now, 1, Applied: true, null, "test");

    public static Correction Suggested(string text, string was, string now) =>
        new(text.IndexOf(was, StringComparison.Ordinal), was.Length, was, now, .8, Applied: false, null, "test");

    public static Decision Decide(
        DocumentId id, int position, string text, DecisionKind kind = DecisionKind.Decision, string? section = null, int page = 1, int start = 0) =>
        new($"{id}-{position}", section, position, kind, null, null, text, page, start, text.Length, [new Place(page, start, text.Length)]);

    public static Found<T> At<T>(T value, int page = 1, int start = 0, int length = 1) => new(value, $"{value}", new Place(page, start, length));
}
