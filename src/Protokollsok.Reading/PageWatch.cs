using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>Who learns of pages while a file is read.</summary>
/// <param name="Progress">Told of each page when it is done.</param>
/// <param name="Journal">Keeps each page when it is done, and has those of an earlier, broken-off reading.</param>
internal sealed record PageWatch(IProgress<PageReading>? Progress, PageJournal? Journal);
