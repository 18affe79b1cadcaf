namespace Protokollsok.Reading;

/// <summary>The models of Tesseract that are used; also the names of the witnesses.</summary>
internal static class Models
{
    /// <summary>Best on letters; its character set has no § % @ – • ½.</summary>
    public const string Swedish = "swe";

    /// <summary>Has every sign. Debian puts it beside the languages, so that it is not called <c>script/Latin</c>.</summary>
    public const string Latin = "Latin";

    public static readonly string[] All = [Swedish, Latin];
}
