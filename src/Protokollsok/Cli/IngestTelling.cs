using Protokollsok.Bulk;

namespace Protokollsok.Cli;

/// <summary>What <c>ingest</c> prints: each file once, whoever took it in.</summary>
internal sealed class IngestTelling(IngestProgress progress, bool json)
{
    private readonly Lock _guard = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void PageRead() => progress.PageRead();

    public void Tell(IngestNews news)
    {
        lock (_guard)
        {
            // A service that was started again tells from the beginning.
            if (!_told.Add(news.Line is { } file ? $"{news.Outcome} {file.Path}" : news.Note)) return;
            if (json && news.Line is not null) Output.WriteJson(news.Line);
            if (news.Line is { Outcome: not "waiting" } line) progress.FileDone(line.Path, news.Outcome, news.Note);
            else Output.Messages.WriteLine(news.Note);
        }
    }
}
