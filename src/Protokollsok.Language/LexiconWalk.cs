namespace Protokollsok.Language;

/// <summary>The lexicon's graph of letters, looked up once for many steps; valid as long as the model is.</summary>
public readonly ref struct LexiconWalk
{
    private readonly ReadOnlySpan<uint> _edges, _before;

    internal LexiconWalk(ReadOnlySpan<uint> edges, ReadOnlySpan<uint> before)
    {
        _edges = edges;
        _before = before;
    }

    /// <summary>One letter further into the lexicon.</summary>
    public bool TryStep(WordPrefix from, char letter, out WordPrefix to) => WordGraph.TryStep(_edges, _before, from, Alphabet.Code(letter), out to);
}
