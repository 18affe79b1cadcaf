using Protokollsok.Documents;

namespace Protokollsok.Reading.Layers;

/// <summary>A layer that is doubted, on a page where hardly anything can be seen: its image was lost, or it never had one.</summary>
internal static class LayerAlone
{
    private const int FewLetters = 40;
    private const double LeastSeen = 0.2;

    /// <summary>Bits a letter up to which repair can make something of it.</summary>
    private const double MostCost = 4.6;

    public static bool Has(IReadOnlyList<LineReading> layer, IReadOnlyList<LineReading> seen)
    {
        var counts = new LayerCounts(layer);
        return counts.Letters >= FewLetters && counts.Cost <= MostCost && counts.Broken * 5 < counts.Letters
            && seen.Sum(line => line.Text.Count(char.IsLetter)) < counts.Letters * LeastSeen;
    }
}
