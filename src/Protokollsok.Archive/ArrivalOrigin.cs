using System.Text.Json.Serialization;

namespace Protokollsok.Archive;

/// <summary>The way by which a file came.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ArrivalOrigin>))]
public enum ArrivalOrigin
{
    /// <summary>Dropped into the watched folder, relative to which its path is; a clerk waits for an answer.</summary>
    [JsonStringEnumMemberName("inbox")]
    Inbox,

    /// <summary>Given to <c>ingest</c>, which leaves it where it is. Backfill: what is dropped goes before it.</summary>
    [JsonStringEnumMemberName("ingest")]
    Ingest,

    /// <summary>Sent to the API.</summary>
    [JsonStringEnumMemberName("api")]
    Api,
}
