namespace Protokollsok.Language;

/// <summary>
/// What a word's neighbours say, as features: three words to each side without their å ä ö, in their order and as pairs, their endings, the signs between
/// them and their capitals, and what stands farther away without an order.
/// </summary>
internal static class SurroundingFeatures
{
    public const int Reach = 5;

    /// <summary>How many features a place has.</summary>
    public const int Count = 29;

    private const int Ending = 3;

    private const ulong KindsOfSign = 16, UnknownWord = 77;

    /// <summary>What a neighbour is known by.</summary>
    /// <param name="Word">The whole word; of one that the lexicon does not hold, whether it has a capital.</param>
    /// <param name="End">Its last three letters.</param>
    /// <param name="Look">How it is written.</param>
    public readonly record struct Neighbour(ulong Word, ulong End, PlaceLook Look)
    {
        /// <summary>The same, written so.</summary>
        public Neighbour Written(PlaceLook look) => this with { Look = look, Word = Word <= UnknownWord ? UnknownWord - look.Capitals : Word };
    }

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
        return new Neighbour(isKnown ? FeatureWeights.Of(folded) : UnknownWord, FeatureWeights.Of(folded.AsSpan(Math.Max(0, folded.Length - Ending))), default);
    }

    /// <summary>Fills in the features.</summary>
    /// <param name="row">Neighbours, with <see cref="Reach"/> places before and after.</param>
    /// <param name="at">The place in question.</param>
    public static void Features(ReadOnlySpan<Neighbour> row, int at, Span<ulong> features)
    {
        var (before, after) = (row[at - 1], row[at + 1]);
        var (before2, before3, after2, after3) = (row[at - 2].Word, row[at - 3].Word, row[at + 2].Word, row[at + 3].Word);
        var (pairBefore, pairAfter) = (Join(before2, before.Word), Join(after.Word, after2));
        var (sign0, sign1, sign2) = ((ulong)before.Look.Sign, (ulong)row[at].Look.Sign, (ulong)after.Look.Sign);
        var (signedBefore, signedAfter) = (Join(before.Word, sign0), Join(after.Word, sign1));
        ReadOnlySpan<ulong> near =
        [
            0, before.Word, after.Word, before2, after2, pairBefore, pairAfter, Join(before.Word, after.Word),
            Join(before3, pairBefore), Join(pairAfter, after3), before.End, after.End, Join(before.End, after.End),
            Join(before.Word, after.End), Join(before.End, after.Word),
            (sign0 * KindsOfSign) + sign1, signedBefore, signedAfter, Join(signedBefore, signedAfter), Join(before.Word, sign1), (sign1 * KindsOfSign) + sign2,
            (row[at].Look.Capitals * KindsOfSign) + sign0, (before.Look.Capitals * KindsOfSign) + after.Look.Capitals,
        ];
        for (var i = 0; i < near.Length; i++) features[i] = Join(near[i], (ulong)i);
        ReadOnlySpan<ulong> far = [before3, after3, row[at - 4].Word, row[at + 4].Word, row[at - 5].Word, row[at + 5].Word];
        for (var i = 0; i < far.Length; i++) features[near.Length + i] = Join(far[i], Count);
    }

    private static ulong Join(ulong one, ulong other) => FeatureWeights.Join(one, other);
}
