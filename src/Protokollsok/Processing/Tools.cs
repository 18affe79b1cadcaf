using Protokollsok.Configuration;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;
using Protokollsok.Reading;
using Protokollsok.Repair;

namespace Protokollsok.Processing;

/// <summary>What every way of processing needs, wired once: the language model, the reader with its warm children, the quick half.</summary>
internal sealed class Tools : IAsyncDisposable
{
    private readonly SwedishModel _model = SwedishModel.OpenDefault();
    private readonly Settings _settings;
    private readonly Home? _home;
    private readonly InstalledWords _dictionary;
    private LocalWords _learnt;
    private volatile Understanding _understanding;

    /// <summary>With defaults for all but the reading, and the dictionary that this machine has.</summary>
    public Tools(ReadingOptions reading)
        : this(Dictionaries.Named(new Settings { Reading = reading }))
    {
    }

    /// <param name="home">Whose pages taught repair something; <see langword="null"/>: none did.</param>
    /// <exception cref="WrongUseException">What the settings name is not there, the models for example.</exception>
    public Tools(Settings settings, Home? home = null)
    {
        try
        {
            Reader = new DocumentReader(settings.Reading);
        }
        catch (ArgumentException e)
        {
            _model.Dispose();
            throw new WrongUseException(e.Message);
        }

        PageImages = new PageImageRenderer(settings.Reading);
        (_settings, _home) = (settings, home);
        _dictionary = Dictionaries.Open(settings);
        _learnt = Learning.Learnt(home);
        _understanding = NewUnderstanding();
        Words = new WordAnalyzer(_model);
    }

    public DocumentReader Reader { get; }

    /// <summary>Pages as people see them.</summary>
    public PageImageRenderer PageImages { get; }

    public Repairer Repairer => _understanding.Repairer;

    /// <summary>Asked for anew for each document, since what was learnt may change.</summary>
    public Understanding Understanding => _understanding;

    /// <summary>The one analysis of words, for index and query.</summary>
    public WordAnalyzer Words { get; }

    /// <summary>Whether the lexicon holds a word, in lower case.</summary>
    public bool Knows(string word) => _model.Find(word) >= 0;

    /// <summary>Takes up what the home's pages and people teach now; what is being understood ends with what was known before. One at a time.</summary>
    /// <param name="fromPages">Whether the pages teach something else than before: that is long to read, and a word that a person teaches does not change it.</param>
    public void Relearn(bool fromPages)
    {
        if (fromPages) _learnt = Learning.Learnt(_home);
        _understanding = NewUnderstanding();
    }

    private Understanding NewUnderstanding() => new(new Repairer(_model, _settings.Repair, Learning.Known(_settings, _home, _learnt), _dictionary.Words), _settings.Dnr, _dictionary.Version);

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        PageImages.Dispose();
        _model.Dispose();
    }
}
