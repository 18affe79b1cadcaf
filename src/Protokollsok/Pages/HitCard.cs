using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Pages;

/// <summary>A hit as the search page shows it.</summary>
/// <param name="Hit">What was found.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="Kind"><c>decision</c>, <c>proposal</c> or <c>page</c>.</param>
/// <param name="Amounts">Those in its text as printed, each once.</param>
/// <param name="CaseNumbers">As printed, each with its key; at most the first few.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="HasPicture">Whether there is a scan to see it on.</param>
/// <param name="Permalink">The address that stays, from the root.</param>
/// <param name="Citation">As one cites it, address included.</param>
internal sealed record HitCard(
    SearchHit Hit, string Title, string Kind, IReadOnlyList<string> Amounts, IReadOnlyList<Dnr> CaseNumbers, Place Place, bool HasPicture, string Permalink, string Citation);
