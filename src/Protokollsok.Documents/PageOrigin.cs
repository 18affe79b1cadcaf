using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>Where a page's text comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageOrigin>))]
public enum PageOrigin
{
    /// <summary>The file's own text layer, judged good.</summary>
    [JsonStringEnumMemberName("text-layer")]
    TextLayer,

    /// <summary>The page image, read.</summary>
    [JsonStringEnumMemberName("ocr")]
    Ocr,

    /// <summary>The image, with the text layer as a second witness.</summary>
    [JsonStringEnumMemberName("both")]
    Both,

    /// <summary>A text file.</summary>
    [JsonStringEnumMemberName("text-file")]
    TextFile,
}
