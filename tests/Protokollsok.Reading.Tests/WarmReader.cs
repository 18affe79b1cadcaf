using Protokollsok.Documents;

namespace Protokollsok.Reading.Tests;

/// <summary>One reader for the tests that do no harm to it.</summary>
public sealed class WarmReader : IAsyncDisposable
{
    public DocumentReader Reader { get; } = new(new ReadingOptions());

    public Task<DocumentReading> ReadAsync(string name) => Reader.ReadAsync(Sample.Path(name));

    /// <summary>The lines that are no gaps.</summary>
    public static IReadOnlyList<string> Lines(PageReading page) => [.. page.Lines.Select(line => line.Text).Where(text => text.Length > 0)];

    public ValueTask DisposeAsync() => Reader.DisposeAsync();
}

[CollectionDefinition(nameof(WarmReader))]
public sealed class WarmReaderTests : ICollectionFixture<WarmReader>;
