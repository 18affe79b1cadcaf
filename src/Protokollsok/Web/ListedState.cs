using System.Text.Json.Serialization;

namespace Protokollsok.Web;

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
