using Protokollsok.Extraction;
using Protokollsok.Reading;
using Protokollsok.Repair;

namespace Protokollsok.Configuration;

/// <summary>
/// How this installation is to work: what its settings file, the environment and the command line say, and else what stands here. Each
/// value is checked by its <see cref="SettingKey"/>; what each means stands in the annotated sample, <c>deploy/protokollsok.settings</c>.
/// </summary>
internal sealed record Settings
{
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Where people reach the page, for links on receipts; <see langword="null"/>: where it listens.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Bytes.</summary>
    public long UploadLimit { get; init; } = 200L << 20;

    /// <summary><see langword="null"/>: the folder <c>inbox</c> in the home.</summary>
    public string? Inbox { get; init; }

    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Stillness { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan StillnessWithoutEnd { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    public ReadingOptions Reading { get; init; } = new();

    public RepairOptions Repair { get; init; } = new();

    /// <summary>Documents that are worked on at once.</summary>
    public int SideBySide { get; init; } = 2;

    /// <summary>Earlier records of a document that are kept; the latest ones.</summary>
    public int EarlierRecords { get; init; } = 5;

    /// <summary>Before the second try, the third …; the last one again and again.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)];

    /// <summary>A file that says how this municipality writes its case numbers; <see langword="null"/>: nothing is known of that.</summary>
    public string? DnrProfile { get; init; }

    /// <summary>What that file says.</summary>
    public DnrProfile Dnr { get; init; } = Extraction.DnrProfile.Default;

    /// <summary>A file with names of the place, one a line; <see langword="null"/>: there is none.</summary>
    public string? LocalNames { get; init; }

    /// <summary>
    /// A dictionary that is installed, without <c>.aff</c> and <c>.dic</c>; <see langword="null"/>: none. What is installed differs from machine to machine, so that who makes settings
    /// in code names it; those that are read have Debian's, where it is.
    /// </summary>
    public string? Dictionary { get; init; }

    /// <summary>A folder for what can be made again, the compiled dictionary; <see langword="null"/>: the user's.</summary>
    public string? Cache { get; init; }

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    public LogFormat LogFormat { get; init; } = LogFormat.Text;

    /// <summary>Who may change something over the API.</summary>
    public IReadOnlyList<Token> Tokens { get; init; } = [];
}
