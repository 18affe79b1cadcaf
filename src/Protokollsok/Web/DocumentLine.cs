using System.Text.Json.Serialization;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>One document in the list of documents: what the ledger knows of it. Its record is at its own address.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="FileName">As it came, without its folder; null when it was deleted.</param>
/// <param name="Bytes">Size of the original; null when it was deleted.</param>
/// <param name="MediaType">By content; null until it has been read.</param>
/// <param name="PageCount">Pages of the file; null until it has been read.</param>
/// <param name="Reason">Plain Swedish: why it is in quarantine, and what to do; else null.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="ModifiedAt">UTC; the last change of any kind.</param>
internal sealed record DocumentLine(
    DocumentId Id, ListedState State, string? FileName, long? Bytes, string? MediaType, int? PageCount, string? Reason,
    DateTimeOffset ReceivedAt, DateTimeOffset ModifiedAt)
{
    public static DocumentLine Of(LedgerEntry entry) => entry.State == DocumentState.Deleted
        ? new(entry.Id, ListedState.Deleted, null, null, null, null, null, entry.ReceivedAt, entry.UpdatedAt)
        : new(
            entry.Id, StateOf(entry), entry.FileName, entry.Bytes, entry.MediaType, entry.PageCount,
            entry.State == DocumentState.Quarantined ? entry.Reason : null, entry.ReceivedAt, entry.UpdatedAt);

    public static ListedState StateOf(LedgerEntry entry) => entry.State switch
    {
        DocumentState.Searchable => ListedState.Searchable,
        DocumentState.Quarantined => ListedState.Quarantined,
        DocumentState.Deleted => ListedState.Deleted,
        _ => ListedState.Waiting,
    };
}

/// <summary>How far a document has come, as the accounting counts it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ListedState>))]
internal enum ListedState
{
    /// <summary>It has work before it.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>It can be found, and has a record.</summary>
    [JsonStringEnumMemberName("searchable")]
    Searchable,

    /// <summary>It cannot go on until a person has mended the cause.</summary>
    [JsonStringEnumMemberName("quarantined")]
    Quarantined,

    /// <summary>It was removed; only that it was is kept.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,
}
