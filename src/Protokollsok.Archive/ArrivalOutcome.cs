using System.Text.Json.Serialization;

namespace Protokollsok.Archive;

/// <summary>What has become of one arrival.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrivalOutcome>))]
public enum ArrivalOutcome
{
    /// <summary>Its document is in work.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Its document is searchable.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>The same content had come before.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>Its document is in quarantine.</summary>
    [JsonStringEnumMemberName("quarantined")]
    Quarantined,

    /// <summary>Its document was deleted.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,
}
