namespace Protokollsok.Language;

/// <summary>The order of the sections in a model file.</summary>
internal static class ModelSection
{
    /// <summary>Doubles: the graph's root, all words counted, all first parts, all last parts.</summary>
    public const int Scalars = 0;

    public const int Edges = 1;
    public const int Before = 2;

    /// <summary>
    /// A byte an entry from here to <see cref="Weights"/>; <see cref="Counts"/> and <see cref="Weights"/> go on with the special words.
    /// </summary>
    public const int Counts = 3;

    public const int Capitals = 4;
    public const int FirstParts = 5;
    public const int LastParts = 6;
    public const int Weights = 7;
    public const int Pairs = 8;
    public const int Triples = 9;
    public const int Letters = 10;

    /// <summary>A byte a weight: what surroundings say about words that look alike without å ä ö.</summary>
    public const int Surroundings = 11;

    /// <summary>A byte a weight: what letters say about the marks beside them.</summary>
    public const int Marks = 12;

    /// <summary>How many sections a file has.</summary>
    public const int Count = 13;

    private const int ScalarBytes = 4 * sizeof(double);

    /// <summary>Whether sections of these lengths, in bytes, can be one model: what is asked without a look at the length is there.</summary>
    public static bool Fit(ReadOnlySpan<int> lengths)
    {
        var entries = lengths[Counts] - SwedishModel.SpecialCount;
        foreach (var numbers in (ReadOnlySpan<int>)[Edges, Before, Pairs, Triples, Letters])
        {
            if (lengths[numbers] < sizeof(uint) || lengths[numbers] % sizeof(uint) != 0) return false;
        }

        return lengths[Scalars] == ScalarBytes && lengths[Edges] == lengths[Before] && entries > 0 && lengths[Weights] == lengths[Counts]
            && lengths[Capitals] == entries && lengths[FirstParts] == entries && lengths[LastParts] == entries
            && lengths[Surroundings] > 0 && lengths[Marks] > 0;
    }
}
