using System.Collections.Concurrent;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>The words met so far, each once, found by their letters without making a string of them. Thread-safe.</summary>
internal sealed class SeenWords
{
    /// <summary>So many are remembered, some 15 MB; then all are forgotten.</summary>
    private const int Most = 60_000;

    private readonly SwedishModel _model;
    private readonly ConcurrentDictionary<string, SeenWord> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SeenWord>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _remembered;

    public SeenWords(SwedishModel model) => (_model, _bySpan) = (model, _words.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <param name="seen">As read.</param>
    public SeenWord Of(ReadOnlySpan<char> seen)
    {
        if (_bySpan.TryGetValue(seen, out var known)) return known;
        if (Interlocked.Increment(ref _remembered) >= Most) Forget();
        var word = Passing(seen);
        return _words.GetOrAdd(word.Seen, word);
    }

    /// <summary>What comes once and is not worth remembering: numbers, addresses.</summary>
    public SeenWord Passing(ReadOnlySpan<char> seen)
    {
        var text = seen.ToString();
        var lower = ConfusionTable.Lowered(text);
        return new SeenWord(text, lower, _model.Find(lower));
    }

    private void Forget()
    {
        _words.Clear();
        _remembered = 0;
    }
}
