using Protokollsok.Documents;
using Protokollsok.Processing;
using Protokollsok.Search;

namespace Protokollsok.Web.Cases;

/// <summary>Gathers one case: the index says which documents name it, the archive what is in them.</summary>
internal sealed class CaseService(Workshop workshop, SearchService search, ReadDocuments documents)
{
    /// <summary>Each is a record to be read; a case of so many documents is a series, not a case.</summary>
    private const int MostDocuments = 200;

    /// <summary>The case in all municipalities.</summary>
    /// <inheritdoc cref="FindAsync(string, string?, CancellationToken)"/>
    public Task<CaseView?> FindAsync(string dnr, CancellationToken cancel) => FindAsync(dnr, municipality: null, cancel);

    /// <param name="dnr">In any spelling.</param>
    /// <param name="municipality">Its name as people type it; <see langword="null"/> for all, which may mix cases that share a number.</param>
    /// <returns><see langword="null"/> if no document names the case.</returns>
    /// <exception cref="SearchUnavailableException">The search node is away.</exception>
    public async Task<CaseView?> FindAsync(string dnr, string? municipality, CancellationToken cancel)
    {
        var meant = new TypedCaseNumber(dnr);
        var entries = await SearchService.InTimeAsync(patience => workshop.Index.CaseAsync(dnr, municipality, patience), cancel);
        // The spelling may mean several cases: the one that most entries have is told.
        var keys = entries.SelectMany(entry => entry.Document.Dnr.Where(meant.Means)).GroupBy(key => key)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        if (keys is not [var key, ..]) return null;
        var ids = entries.Where(entry => entry.Document.Dnr.Contains(key)).Select(entry => entry.Document.Id).Distinct().ToList();
        var records = new List<DocumentRecord>();
        foreach (var id in ids.TakeLast(MostDocuments))
            if ((await documents.LoadAsync(id.Hex, cancel)).Record is { } record) records.Add(record);
        return View(key, keys, records, ids.Count, records.Count == ids.Count && entries.Count < SearchIndex.MostOfCase);
    }

    private CaseView View(string key, List<string> keys, List<DocumentRecord> records, int documents, bool complete)
    {
        List<CaseStep> steps =
        [
            .. records.SelectMany(record => CaseSteps.Of(record, key))
                .OrderBy(step => step.Document.Date?.FirstDay ?? DateOnly.MaxValue)
                // On one day the official letter comes before the minutes that decide on it.
                .ThenBy(step => step.DocumentType is DocumentType.Protokoll or DocumentType.Protokollsutdrag)
                .ThenBy(step => step.Document.Id.Hex, StringComparer.Ordinal).ThenBy(step => step.Page),
        ];
        var dates = steps.Select(step => step.Document.Date).OfType<CalendarDate>().ToList();
        return new CaseView(
            key, [.. records.SelectMany(record => record.CaseNumbers).Where(found => found.Value.Key == key).Select(found => found.Value.Value).Distinct(StringComparer.Ordinal)],
            [.. keys.Skip(1)], search.Coverage(), documents, complete,
            [.. steps.Select(step => step.Municipality).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. steps.Select(step => step.Document.Board).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            dates.FirstOrDefault(), dates.LastOrDefault(), steps, CaseComparisons.Of(steps));
    }
}
