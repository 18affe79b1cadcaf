namespace Protokollsok.Language;

/// <summary>Which features stand in two documents or more: what one document alone holds may be anybody's sentence, and teaches nothing.</summary>
internal sealed class RepeatedFeatures
{
    /// <summary>Of a slot's 64 bits the lower ones are the document that a feature was met in, the others the feature; 0 is empty.</summary>
    private const ulong DocumentMask = 0xFFFFFF;

    /// <summary>In place of a document: two.</summary>
    private const ulong Repeated = DocumentMask;

    private const double Fill = 0.75;

    private ulong[] _slots = new ulong[1 << 16];
    private int _met;

    /// <param name="feature">Well mixed.</param>
    /// <param name="document">Its number, 0-based.</param>
    public void Add(ulong feature, int document)
    {
        var mark = (((ulong)document) % (Repeated - 1)) + 1;
        ref var slot = ref _slots[SlotOf(_slots, feature)];
        if (slot == 0)
        {
            slot = (feature & ~DocumentMask) | mark;
            if (++_met > Fill * _slots.Length) Grow();
        }
        else if ((slot & DocumentMask) != mark)
        {
            slot |= Repeated;
        }
    }

    public bool Contains(ulong feature) => (_slots[SlotOf(_slots, feature)] & DocumentMask) == Repeated;

    private static int SlotOf(ulong[] slots, ulong feature)
    {
        var at = (int)Math.BigMul(feature, (ulong)slots.Length, out _);
        while (slots[at] != 0 && ((slots[at] ^ feature) & ~DocumentMask) != 0) at = at + 1 == slots.Length ? 0 : at + 1;
        return at;
    }

    private void Grow()
    {
        var larger = new ulong[2 * _slots.Length];
        foreach (var slot in _slots)
        {
            if (slot != 0) larger[SlotOf(larger, slot)] = slot;
        }

        _slots = larger;
    }
}
