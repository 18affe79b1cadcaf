namespace Protokollsok.Language;

/// <summary>
/// What a word's neighbours say, as features: three words to each side without their å ä ö, in their order and as pairs, their endings, and what stands
/// farther away without an order.
/// </summary>
internal static class SurroundingFeatures
{
    public const int Reach = 5;

    /// <summary>How many features a place has.</summary>
    public const int Count = 21;

    private const int Ending = 3;

    /// <summary>What a neighbour is known by.</summary>
    /// <param name="Word">The whole word.</param>
    /// <param name="End">Its last letters.</param>
    public readonly record struct Neighbour(ulong Word, ulong End);

    /// <summary>Stands for a number, a year, the border of a sentence.</summary>
    public static Neighbour Number { get; } = Of("0", true);

    public static Neighbour Year { get; } = Of("1900", true);

    public static Neighbour Boundary { get; } = Of(".", true);

    /// <summary>What is no word.</summary>
    public static Neighbour None { get; } = Of("?", true);

    /// <param name="word">Lower case.</param>
    /// <param name="isKnown">Whether the lexicon holds it: of others only the ending counts.</param>
    public static Neighbour Of(string word, bool isKnown)
    {
        var folded = ConfusionKeys.Fold(word);
        return new Neighbour(isKnown ? FeatureWeights.Of(folded) : 0, FeatureWeights.Of(folded.AsSpan(Math.Max(0, folded.Length - Ending))));
    }

    /// <summary>Fills in the features.</summary>
    /// <param name="row">Neighbours, with <see cref="Reach"/> places before and after.</param>
    /// <param name="at">The place in question.</param>
    public static void Features(ReadOnlySpan<Neighbour> row, int at, Span<ulong> features)
    {
        var (before, after) = (row[at - 1], row[at + 1]);
        var (before2, before3, after2, after3) = (row[at - 2].Word, row[at - 3].Word, row[at + 2].Word, row[at + 3].Word);
        var (pairBefore, pairAfter) = (FeatureWeights.Join(before2, before.Word), FeatureWeights.Join(after.Word, after2));
        ReadOnlySpan<ulong> known =
        [
            0, before.Word, after.Word, before2, after2, pairBefore, pairAfter, FeatureWeights.Join(before.Word, after.Word),
            FeatureWeights.Join(before3, pairBefore), FeatureWeights.Join(pairAfter, after3), before.End, after.End, FeatureWeights.Join(before.End, after.End),
            FeatureWeights.Join(before.Word, after.End), FeatureWeights.Join(before.End, after.Word),
        ];
        for (var i = 0; i < known.Length; i++) features[i] = FeatureWeights.Join(known[i], (ulong)i);
        ReadOnlySpan<ulong> far = [before3, after3, row[at - 4].Word, row[at + 4].Word, row[at - 5].Word, row[at + 5].Word];
        for (var i = 0; i < far.Length; i++) features[known.Length + i] = FeatureWeights.Join(far[i], Count);
    }
}
