using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>What kind of document it is, in the registrar's own terms.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentType>))]
public enum DocumentType
{
    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("ovrigt")]
    Ovrigt,

    /// <summary>Minutes of a whole meeting.</summary>
    [JsonStringEnumMemberName("protokoll")]
    Protokoll,

    /// <summary>An extract: one or a few sections of the minutes.</summary>
    [JsonStringEnumMemberName("protokollsutdrag")]
    Protokollsutdrag,

    /// <summary>An official letter from the administration to the board, with a proposal.</summary>
    [JsonStringEnumMemberName("tjansteskrivelse")]
    Tjansteskrivelse,

    /// <summary>Notice of a meeting, with its agenda.</summary>
    [JsonStringEnumMemberName("kallelse")]
    Kallelse,

    /// <summary>An attachment.</summary>
    [JsonStringEnumMemberName("bilaga")]
    Bilaga,
}
