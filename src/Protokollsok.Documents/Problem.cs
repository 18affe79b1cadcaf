using System.Text.Json.Serialization;

namespace Protokollsok.Documents;

/// <summary>Something that went wrong with a document or one of its pages, and was survived.</summary>
/// <param name="Code">One of <see cref="ProblemCode"/>'s; stable, for programs.</param>
/// <param name="Page">1-based; <see langword="null"/> when it concerns the whole document.</param>
/// <param name="Message">English: what happened, to what, and what to do.</param>
public sealed record Problem(string Code, int? Page, string Message);

/// <summary>
/// The codes of problems. They are texts, not an enumeration, since they are written into records that later
/// versions must be able to read. The program's plain Swedish for each stands with the receipts.
/// </summary>
public static class ProblemCode
{
    /// <summary>A password is needed to open the file.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>The file has no bytes.</summary>
    public const string Empty = "empty";

    /// <summary>The file is of a kind that is not read here.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>The file says what it is, but cannot be opened: truncated or damaged.</summary>
    public const string Damaged = "damaged";

    /// <summary>The file holds no pages.</summary>
    public const string NoPages = "no-pages";

    /// <summary>The file has more pages than the limit.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>One page could not be read; the others were.</summary>
    public const string PageUnreadable = "page-unreadable";

    /// <summary>The process that read one page ended over it, twice: the page crashes it, or something outside kills it.</summary>
    public const string ReaderDied = "reader-died";

    /// <summary>Reading one page took longer than the limit.</summary>
    public const string PageTimeout = "page-timeout";

    /// <summary>A page image has more pixels than the limit.</summary>
    public const string PageTooLarge = "page-too-large";

    /// <summary>The original in the archive does not have the checksum that names it.</summary>
    public const string ChecksumMismatch = "checksum-mismatch";
}

/// <summary>How much of a document was understood. Computed from its problems, never set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentStatus>))]
public enum DocumentStatus
{
    /// <summary>Without a problem.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete,

    /// <summary>Some pages have problems; the rest is there.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>Nothing could be read.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
