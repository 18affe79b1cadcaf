using System.Text.Json.Serialization;

namespace Protokollsok.Search;

/// <summary>Why a word of the query matched: the layers of the one analysis, the surest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchKind>))]
public enum MatchKind
{
    /// <summary>The word as typed; also a number, a date or a case number in another spelling.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>Another inflection of it.</summary>
    [JsonStringEnumMemberName("inflection")]
    Inflection,

    /// <summary>A compound that it is a part of.</summary>
    [JsonStringEnumMemberName("compound")]
    Compound,

    /// <summary>The same but for å, ä, ö and accents.</summary>
    [JsonStringEnumMemberName("folded")]
    Folded,

    /// <summary>What was read on the page where the text has been repaired, or what repair suggests instead.</summary>
    [JsonStringEnumMemberName("ocr-variant")]
    OcrVariant,
}
