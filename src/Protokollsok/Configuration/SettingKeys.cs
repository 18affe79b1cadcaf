using System.Globalization;
using static Protokollsok.Configuration.SettingText;

namespace Protokollsok.Configuration;

/// <summary>Every key there is, but for the names of tokens, which everybody makes up.</summary>
internal static class SettingKeys
{
    public const string TokenSection = "tokens.";

    public const string NoDictionary = "none";

    public static readonly IReadOnlyList<SettingKey> All =
    [
        new("web.urls", (settings, text) => settings with { Urls = Addresses(text) }, settings => settings.Urls),
        new("web.public-url", (settings, text) => settings with { PublicUrl = Empty(text) is { } url ? Addresses(url).TrimEnd('/') : null }, settings => settings.PublicUrl ?? ""),
        new("web.upload-limit", (settings, text) => settings with { UploadLimit = Size(text, 1L << 20, 1L << 40) }, settings => Size(settings.UploadLimit)),

        new("inbox.folder", (settings, text) => settings with { Inbox = Empty(text) }, settings => settings.Inbox ?? ""),
        new("inbox.scan-interval", (settings, text) => settings with { ScanInterval = Time(text, .2, 600) }, settings => Time(settings.ScanInterval)),
        new("inbox.stillness", (settings, text) => settings with { Stillness = Time(text, .5, 3600) }, settings => Time(settings.Stillness)),
        new("inbox.stillness-without-end", (settings, text) => settings with { StillnessWithoutEnd = Time(text, 1, 3600) }, settings => Time(settings.StillnessWithoutEnd)),
        new("inbox.patience", (settings, text) => settings with { Patience = Time(text, 1, 86400) }, settings => Time(settings.Patience)),

        new("reading.children", (settings, text) => settings with { Reading = settings.Reading with { Children = Children(text) } }, Children),
        new("reading.page-timeout", (settings, text) => settings with { Reading = settings.Reading with { PageTimeout = Time(text, 5, 3600) } }, settings => Time(settings.Reading.PageTimeout)),
        new("reading.file-timeout", (settings, text) => settings with { Reading = settings.Reading with { FileTimeout = Time(text, 5, 3600) } }, settings => Time(settings.Reading.FileTimeout)),
        new("reading.memory-limit", (settings, text) => settings with { Reading = settings.Reading with { MemoryLimit = Size(text, 512L << 20, 1L << 40) } }, settings => Size(settings.Reading.MemoryLimit)),
        new("reading.max-pixels", (settings, text) => settings with { Reading = settings.Reading with { MaxPixels = Whole(text, 100_000, 2_000_000_000) } }, settings => Whole(settings.Reading.MaxPixels)),
        new("reading.max-pages", (settings, text) => settings with { Reading = settings.Reading with { MaxPages = (int)Whole(text, 1, 1_000_000) } }, settings => Whole(settings.Reading.MaxPages)),
        new("reading.tessdata", (settings, text) => settings with { Reading = settings.Reading with { TessdataPath = Folder(text) } }, settings => settings.Reading.TessdataPath),

        new("repair.apply-from", (settings, text) => settings with { Repair = settings.Repair with { ApplyFrom = Share(text) } }, settings => Share(settings.Repair.ApplyFrom)),
        new("repair.suggest-from", (settings, text) => settings with { Repair = settings.Repair with { SuggestFrom = Share(text) } }, settings => Share(settings.Repair.SuggestFrom)),

        new("work.side-by-side", (settings, text) => settings with { SideBySide = (int)Whole(text, 1, 64) }, settings => Whole(settings.SideBySide)),
        new("work.retry-pauses", (settings, text) => settings with { RetryPauses = Pauses(text) }, settings => string.Join(", ", settings.RetryPauses.Select(Time))),

        new("history.records", (settings, text) => settings with { EarlierRecords = (int)Whole(text, 1, 10_000) }, settings => Whole(settings.EarlierRecords)),

        new("knowledge.dnr-profile", (settings, text) => settings with { DnrProfile = ExistingFile(text), Dnr = Profile(text) }, settings => settings.DnrProfile ?? ""),
        new("knowledge.names", (settings, text) => settings with { LocalNames = ExistingFile(text) }, settings => settings.LocalNames ?? ""),

        new("knowledge.dictionary", (settings, text) => settings with { Dictionary = Dictionary(text) }, settings => settings.Dictionary ?? NoDictionary),
        new("knowledge.cache", (settings, text) => settings with { Cache = Empty(text) }, settings => settings.Cache ?? ""),

        new("log.level", (settings, text) => settings with { LogLevel = OneOf<LogLevel>(text) }, settings => Word(settings.LogLevel)),
        new("log.format", (settings, text) => settings with { LogFormat = OneOf<LogFormat>(text) }, settings => Word(settings.LogFormat)),
    ];

    /// <summary>The key of that name, whatever its case; a token's, too.</summary>
    public static SettingKey? Find(string name) =>
        All.FirstOrDefault(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (name.StartsWith(TokenSection, StringComparison.OrdinalIgnoreCase) && name.Length > TokenSection.Length ? TokenKey(name) : null);

    private static SettingKey TokenKey(string name)
    {
        var holder = name[TokenSection.Length..].ToLowerInvariant();
        return new SettingKey(
            TokenSection + holder,
            (settings, text) => settings with { Tokens = [.. settings.Tokens.Where(token => token.Name != holder), Token.Parse(holder, text)] },
            settings => settings.Tokens.First(token => token.Name == holder).Hash);
    }

    private static int Children(string text) => text.Trim() == "auto" ? new Reading.ReadingOptions().Children : (int)Whole(text, 1, 256);

    private static string Children(Settings settings) =>
        settings.Reading.Children == new Reading.ReadingOptions().Children ? "auto" : settings.Reading.Children.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<TimeSpan> Pauses(string text) => [.. text.Split(',').Select(pause => Time(pause, .1, 3600))];
}
