using Protokollsok.Language;
using Protokollsok.Reading;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>What every way of processing needs, wired once: the language model, the reader with its warm children, the quick half.</summary>
internal sealed class Tools : IAsyncDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    public Tools(ReadingOptions reading)
    {
        Reader = new DocumentReader(reading);
        PageImages = new PageImageRenderer(reading);
        Repairer = new Repairer(_model, new RepairOptions());
        Understanding = new Understanding(Repairer);
        Words = new WordAnalyzer(_model);
    }

    public DocumentReader Reader { get; }

    /// <summary>Pages as people see them.</summary>
    public PageImageRenderer PageImages { get; }

    public Repairer Repairer { get; }

    public Understanding Understanding { get; }

    /// <summary>The one analysis of words, for index and query.</summary>
    public WordAnalyzer Words { get; }

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        _model.Dispose();
    }
}
