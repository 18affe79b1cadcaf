using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>Keeps the gaps between blocks to one empty line, none at the page's ends.</summary>
internal static class LineGaps
{
    public static IReadOnlyList<LineReading> Fold(IReadOnlyList<LineReading> lines)
    {
        var folded = new List<LineReading>(lines.Count);
        foreach (var line in lines)
        {
            if (line.Text.Length > 0 || folded is [.., { Text.Length: > 0 }]) folded.Add(line);
        }

        if (folded is [.., { Text.Length: 0 }]) folded.RemoveAt(folded.Count - 1);
        return folded;
    }
}
