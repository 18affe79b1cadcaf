namespace Protokollsok.Processing;

/// <summary>
/// What is logged, each with a number of its own that stays: 1xx the inbox, 2xx the work, 3xx what people do, 4xx troubles. Programs that
/// watch logs go by these, not by the words.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "Taken in: {File} ({Id}, {Outcome})")]
    public static partial void Taken(ILogger logger, string file, string id, string outcome);

    [LoggerMessage(201, LogLevel.Information, "{File} ({Id}): searchable. {Problems}")]
    public static partial void Searchable(ILogger logger, string file, string id, string problems);

    [LoggerMessage(202, LogLevel.Warning, "{File} ({Id}): searchable in part. {Problems}")]
    public static partial void Partial(ILogger logger, string file, string id, string problems);

    [LoggerMessage(203, LogLevel.Warning, "{File} ({Id}): quarantined. {Problems}")]
    public static partial void Quarantined(ILogger logger, string file, string id, string problems);

    [LoggerMessage(211, LogLevel.Information, "Making again, generation {Generation} ({Selection}, from {Source}): {State}. {Documents} documents, {Failed} failed. {Message}")]
    public static partial void Reindexed(ILogger logger, int? generation, string? selection, string? source, string state, long documents, long failed, string? message);

    [LoggerMessage(212, LogLevel.Warning, "Making again, generation {Generation} ({Selection}, from {Source}): {State}. {Documents} documents, {Failed} failed. {Message}")]
    public static partial void ReindexTroubled(ILogger logger, int? generation, string? selection, string? source, string state, long documents, long failed, string? message);

    [LoggerMessage(213, LogLevel.Warning, "{Id} could not be made again in generation {Generation}: {Why}")]
    public static partial void ReindexFailed(ILogger logger, string id, int? generation, string why);

    [LoggerMessage(301, LogLevel.Information, "{Who} had {File} ({Id}) {Outcome}")]
    public static partial void Asked(ILogger logger, string who, string? file, string id, string outcome);

    [LoggerMessage(302, LogLevel.Warning, "{Path} was refused: no token, or none of ours")]
    public static partial void Refused(ILogger logger, string path);

    [LoggerMessage(401, LogLevel.Warning, "{What} waits and is tried again: {Why}")]
    public static partial void Trouble(ILogger logger, string what, string why);

    [LoggerMessage(402, LogLevel.Information, "{What} waits no longer.")]
    public static partial void TroubleOver(ILogger logger, string what);
}
