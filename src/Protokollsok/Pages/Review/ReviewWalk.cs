using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Pages.Review;

/// <summary>Where a person is in the queue, as the address has it: what she looks at, after which thing, how many she has answered and passed by.</summary>
/// <param name="Kind"><c>ord</c>, <c>varden</c>, or all.</param>
/// <param name="Type">Of the documents.</param>
/// <param name="Document">One document alone.</param>
/// <param name="After">The mark after which the next is shown.</param>
/// <param name="From">The mark from which on, itself included.</param>
/// <param name="Last">The number of the decision that can be undone.</param>
internal sealed record ReviewWalk(string? Kind = null, string? Type = null, string? Document = null, string? After = null, string? From = null, int Decided = 0, int Passed = 0, long? Last = null)
{
    public const string Words = "ord", Values = "varden";

    public const string Address = "/granska";

    /// <summary>The id of what asks, or says that there is nothing to be asked.</summary>
    public const string Question = "sak";

    public static ReviewWalk Of(IQueryCollection query) => new(
        Given(query["slag"]), Given(query["typ"]), Given(query["dokument"]), Given(query["efter"]), Given(query["fran"]),
        (int)Number(query["klara"]), (int)Number(query["forbi"]), Given(query["senast"]) is null ? null : Number(query["senast"]));

    public DoubtFilter Filter => new(
        Kind switch { Words => true, Values => false, _ => null }, Type, DocumentId.TryParse(Document, out var id) ? id : null);

    /// <summary>Answered and passed by in this walk.</summary>
    public int Behind => Decided + Passed;

    /// <summary>The same things, from the beginning.</summary>
    public ReviewWalk Again => new(Kind, Type, Document);

    public string ToAddress()
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }

        Add("slag", Kind);
        Add("typ", Type);
        Add("dokument", Document);
        Add("efter", After);
        Add("fran", From);
        Add("klara", Written(Decided));
        Add("forbi", Written(Passed));
        Add("senast", Written(Last ?? 0));
        return Address + query.ToQueryString();
    }

    /// <summary>The same, with the question before one's eyes, for who goes on by keyboard or by ear.</summary>
    public string ToQuestion() => $"{ToAddress()}#{Question}";

    /// <summary>Where a form of the page at this place is sent.</summary>
    /// <param name="handler">What it does.</param>
    public string ToForm(string handler)
    {
        var address = ToAddress();
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
    }

    private static string? Written(long number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > 200 ? null : value;

    private static long Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
