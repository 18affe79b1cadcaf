using System.Text.Json.Serialization;

namespace Protokollsok.Search;

/// <summary>What a suggestion is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionKind>))]
public enum SuggestionKind
{
    /// <summary>A case number.</summary>
    [JsonStringEnumMemberName("dnr")]
    Dnr,

    /// <summary>A word, after those that were typed before it.</summary>
    [JsonStringEnumMemberName("word")]
    Word,

    /// <summary>The heading of a decision's §, or a document's title.</summary>
    [JsonStringEnumMemberName("title")]
    Title,
}

/// <summary>How a query that is being typed may go on, by what the archive holds.</summary>
/// <param name="Text">The whole query as it would be.</param>
/// <param name="Count">How many entries a search for it finds; of a title how many stand under it.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, long Count);
