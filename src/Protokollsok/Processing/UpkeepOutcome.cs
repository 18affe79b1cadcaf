using System.Text.Json.Serialization;

namespace Protokollsok.Processing;

/// <summary>What came of what a person asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UpkeepOutcome>))]
internal enum UpkeepOutcome
{
    /// <summary>It is in work again.</summary>
    [JsonStringEnumMemberName("retried")]
    Retried,

    /// <summary>It is gone.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,

    /// <summary>There is no such document, or it is deleted.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It is searchable; nothing is to be tried again.</summary>
    [JsonStringEnumMemberName("not-in-quarantine")]
    NotInQuarantine,

    /// <summary>It has the correction, or will have it as soon as it is processed.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected,

    /// <summary>The work was begun and goes on by itself.</summary>
    [JsonStringEnumMemberName("begun")]
    Begun,

    /// <summary>It cannot be done as it was asked.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
