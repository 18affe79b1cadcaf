using System.Text.Json.Serialization;

namespace Protokollsok.Bulk;

/// <summary>Where to begin when documents are made again: the later, the cheaper.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReindexSource>))]
internal enum ReindexSource
{
    /// <summary>From what was read: repair and extraction anew, no reading.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>From what is understood: the index anew.</summary>
    [JsonStringEnumMemberName("record")]
    Record,

    /// <summary>From the original: all of it anew.</summary>
    [JsonStringEnumMemberName("scan")]
    Scan,
}
