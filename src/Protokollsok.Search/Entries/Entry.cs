using Protokollsok.Documents;

namespace Protokollsok.Search.Entries;

/// <summary>One thing to be found: a decision or a page, with what it is filtered and sorted by.</summary>
internal sealed record Entry(StoredEntry Stored, string Kind, int Ordinal, IReadOnlyList<string> Sections, IReadOnlyList<Amount> Amounts);
