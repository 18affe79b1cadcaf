using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Search.Tests;

/// <summary>Makes records of documents that never were.</summary>
internal static class Invented
{
    public static DocumentId Id(string name) => DocumentId.Of(Encoding.UTF8.GetBytes(name));

    /// <summary>A letter of one page. Its name is its title, so it should hold no word that is searched for.</summary>
    public static DocumentRecord Letter(string name, string text, params Correction[] corrections) => new()
    {
        Id = Id(name),
        Source = new Source(name + ".txt", text.Length, "text/plain", 1),
        DocumentType = DocumentType.Tjansteskrivelse,
        Title = name,
        Pages = [Page(1, text, corrections)],
    };

    public static PageRecord Page(int number, string text, params Correction[] corrections) =>
        new(number, text, PageOrigin.TextFile, 1, null, null, null, [], corrections);

    /// <summary>The first occurrence of <paramref name="now"/> was read as <paramref name="was"/>.</summary>
    public static Correction Repaired(string text, string was, string now) =>
        new(text.IndexOf(now, StringComparison.Ordinal), now.Length, was, now, 1, Applied: true, null, "test");

    /// <summary>The first occurrence of <paramref name="was"/> may be <paramref name="now"/>, but was left.</summary>
    public static Correction Suggested(string text, string was, string now) =>
        new(text.IndexOf(was, StringComparison.Ordinal), was.Length, was, now, .8, Applied: false, null, "test");

    public static Decision Decide(
        DocumentId id, int position, string text, DecisionKind kind = DecisionKind.Decision, string? section = null, int page = 1, int start = 0) =>
        new($"{id}-{position}", section, position, kind, null, null, text, page, start, text.Length, [new Place(page, start, text.Length)]);

    public static Found<T> At<T>(T value, int page = 1, int start = 0) => new(value, $"{value}", new Place(page, start, 1));

    public static Found<CalendarDate> Day(string date) => At(CalendarDate.Parse(date));

    public static Found<Dnr> Case(string value, string key, int page = 1) => At(new Dnr(value, key), page);
}
