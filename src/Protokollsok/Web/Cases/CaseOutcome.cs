using System.Text.Json.Serialization;

namespace Protokollsok.Web.Cases;

/// <summary>What became of a proposal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseOutcome>))]
internal enum CaseOutcome
{
    /// <summary>Decided in the same words, but for capitals, punctuation and the names of who decides and proposes.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Decided in other words or with other sums or dates.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>Adopted by a decision that only refers to the proposal.</summary>
    [JsonStringEnumMemberName("adopted")]
    Adopted,

    /// <summary>No decision in the archive answers it.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,

    /// <summary>Decided without a proposal in the archive.</summary>
    [JsonStringEnumMemberName("unproposed")]
    Unproposed,
}
