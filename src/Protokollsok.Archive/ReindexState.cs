using System.Text.Json.Serialization;

namespace Protokollsok.Archive;

/// <summary>How far a generation has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReindexState>))]
public enum ReindexState
{
    /// <summary>It is made beside the one in force.</summary>
    [JsonStringEnumMemberName("building")]
    Building,

    /// <summary>It is in force; the ledger's lines on each document are being written.</summary>
    [JsonStringEnumMemberName("switched")]
    Switched,

    /// <summary>It is in force, or was before a later one.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It was given up before it was in force.</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,

    /// <summary>It was in force, and the one before it is again.</summary>
    [JsonStringEnumMemberName("rolled-back")]
    RolledBack,
}
