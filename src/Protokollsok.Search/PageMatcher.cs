using Protokollsok.Documents;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Hits;

namespace Protokollsok.Search;

/// <summary>Finds the words of one query again on any number of pages. <see cref="SearchIndex.MatcherAsync"/> makes it.</summary>
public sealed class PageMatcher
{
    private readonly HitExplainer _explainer;

    internal PageMatcher(HitExplainer explainer) => _explainer = explainer;

    /// <summary>Where the words stand in the page's text, in its order; one that a line's end cuts is one place. Furniture is not looked at.</summary>
    public IReadOnlyList<Place> FindOn(PageRecord page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var running = RunningText.Of([page]);
        return
        [
            .. _explainer.MatchesIn(running.Text, VariantFinder.Find(running.Text, page.Corrections))
                .SelectMany(match => running.PlacesOf(match.Start, match.Length)),
        ];
    }
}
