namespace Protokollsok.Search;

/// <summary>
/// The node died after the last commit, and with it what was written since. All of that has to be written again, then
/// committed; writing a document twice does no harm.
/// </summary>
public sealed class WritesLostException()
    : SearchUnavailableException("The search node died before a commit: what was written since the last one is lost and must be written again.");
