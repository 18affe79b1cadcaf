using System.Text.Json.Serialization;

namespace Protokollsok.Archive;

/// <summary>How far a document has come: the last step that is finished.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentState>))]
public enum DocumentState
{
    /// <summary>The original lies in the archive.</summary>
    [JsonStringEnumMemberName("received")]
    Received,

    /// <summary>The slow half lies in the archive.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>The quick half lies in the archive.</summary>
    [JsonStringEnumMemberName("understood")]
    Understood,

    /// <summary>The index has it: done.</summary>
    [JsonStringEnumMemberName("searchable")]
    Searchable,

    /// <summary>It cannot go on until a person has mended the cause; the ledger says why.</summary>
    [JsonStringEnumMemberName("quarantined")]
    Quarantined,

    /// <summary>Removed everywhere but in the ledger.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,
}
