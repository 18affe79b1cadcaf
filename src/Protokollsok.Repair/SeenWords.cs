using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>
/// The words met so far, each once, found by their letters without making a string of them. Thread-safe: words are added under a lock and never moved, so
/// that nobody waits who finds what he looks for.
/// </summary>
/// <param name="model">What words there are.</param>
/// <param name="dictionary">What other words there are.</param>
internal sealed class SeenWords(SwedishModel model, ListedWords dictionary)
{
    /// <summary>So many are remembered, some 15 MB, and with how they lead into the lexicon at most half as much again; then all are forgotten.</summary>
    private const int Most = 60_000;

    /// <summary>A power of two, and more than twice as many: most words stand in the first slot that is looked into.</summary>
    private const int Slots = 1 << 17;

    private readonly Lock _adding = new();
    private volatile SeenWord?[] _slots = new SeenWord?[Slots];
    private int _remembered;

    /// <param name="seen">As read.</param>
    public SeenWord Of(ReadOnlySpan<char> seen)
    {
        if (seen.Length > WordShape.LongestWord) return Passing(seen);
        var slots = _slots;
        var slot = SlotOf(slots, seen);
        return Volatile.Read(ref slots[slot]) ?? Added(seen);
    }

    /// <summary>What comes once and is not worth remembering: numbers, addresses, what is too long for a word.</summary>
    public SeenWord Passing(ReadOnlySpan<char> seen)
    {
        var text = seen.ToString();
        var lower = ConfusionTable.Lowered(text);
        var entry = model.Find(lower);
        return new SeenWord(text, lower, entry, entry < 0 ? dictionary.UsesOf(lower) : WordUses.None);
    }

    private SeenWord Added(ReadOnlySpan<char> seen)
    {
        lock (_adding)
        {
            if (_remembered == Most) (_slots, _remembered) = (new SeenWord?[Slots], 0);
            ref var slot = ref _slots[SlotOf(_slots, seen)];
            if (slot is not null) return slot;
            _remembered++;
            var word = Passing(seen);
            Volatile.Write(ref slot, word);
            return word;
        }
    }

    /// <summary>Where the word stands, or the empty slot where it belongs.</summary>
    private static int SlotOf(SeenWord?[] slots, ReadOnlySpan<char> seen)
    {
        var at = (int)(HashOf(seen) >> 32) & (Slots - 1);
        while (Volatile.Read(ref slots[at]) is { } word && !seen.SequenceEqual(word.Seen)) at = (at + 1) & (Slots - 1);
        return at;
    }

    private static ulong HashOf(ReadOnlySpan<char> seen)
    {
        ulong hash = 14695981039346656037;
        foreach (var letter in seen) hash = (hash ^ letter) * 1099511628211;
        return hash * 0x9E3779B97F4A7C15;
    }
}
