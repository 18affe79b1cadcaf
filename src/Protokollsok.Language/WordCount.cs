namespace Protokollsok.Language;

/// <summary>What is counted of one word while the corpus is read.</summary>
internal struct WordCount
{
    private int _lastDocument;

    public int Count { get; private set; }

    public int Documents { get; private set; }

    /// <summary>Places inside a sentence, where a capital means something; words in capitals throughout left out.</summary>
    public int Inside { get; private set; }

    public int CapitalInside { get; private set; }

    /// <summary>Places where it begins with a small letter.</summary>
    public int Small { get; private set; }

    public readonly double CapitalShare => Inside > 0 ? (double)CapitalInside / Inside : Small > 0 ? 0 : 1;

    public void Add(int document, bool inside, bool capital, bool capitals)
    {
        Count++;
        if (document != _lastDocument) Documents++;
        _lastDocument = document;
        if (!capital) Small++;
        if (!inside || (capital && capitals)) return;
        Inside++;
        if (capital) CapitalInside++;
    }
}
