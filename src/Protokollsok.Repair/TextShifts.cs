using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>Where places of a page stood before it was changed, and where they stand after.</summary>
internal sealed class TextShifts
{
    /// <summary>The applied changes in the text's order: where each ends before and after.</summary>
    private readonly List<(int EndAsRead, int End, Correction Change)> _ends = [];

    public TextShifts(RepairedPage page)
    {
        var moved = 0;
        foreach (var change in page.Corrections.Where(change => change.Applied))
        {
            moved += change.Length - change.Was.Length;
            var end = change.Start + change.Length;
            _ends.Add((end - moved, end, change));
        }
    }

    /// <summary>Where a place stood as read; inside a change, where that began.</summary>
    public int AsRead(int at)
    {
        var next = First(end => end.End > at);
        if (next < _ends.Count && _ends[next].Change.Start <= at) return _ends[next].EndAsRead - _ends[next].Change.Was.Length;
        return next == 0 ? at : at + _ends[next - 1].EndAsRead - _ends[next - 1].End;
    }

    /// <summary>Where a place as read stands now; not for places inside a change, but for its start.</summary>
    public int Now(int asRead)
    {
        var next = First(end => end.EndAsRead > asRead);
        return next == 0 ? asRead : asRead + _ends[next - 1].End - _ends[next - 1].EndAsRead;
    }

    private int First(Func<(int EndAsRead, int End, Correction Change), bool> isBeyond)
    {
        var (low, high) = (0, _ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBeyond(_ends[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
