namespace Protokollsok.Language;

/// <summary>
/// A row of words, to be asked which of several words that are the same without å ä ö fits a place in it. Learnt from the corpus word by word: for each set of
/// such words, what stands beside which of them.
/// </summary>
public sealed class Surroundings
{
    private readonly SwedishModel _model;
    private readonly SurroundingFeatures.Neighbour[] _row;
    private readonly ulong[] _features = new ulong[SurroundingFeatures.Count];

    /// <param name="model">The model of Swedish.</param>
    /// <param name="row">Numbers of the model, the special ones included, and the words in lower case, their marks right or not.</param>
    /// <param name="looks">How each of them is written; none where nothing but small letters without signs is known.</param>
    public Surroundings(SwedishModel model, IReadOnlyList<(int Word, string Text)> row, ReadOnlySpan<PlaceLook> looks = default)
    {
        _model = model;
        _row = new SurroundingFeatures.Neighbour[row.Count + (2 * SurroundingFeatures.Reach)];
        Array.Fill(_row, SurroundingFeatures.Boundary);
        for (var i = 0; i < row.Count; i++)
            _row[i + SurroundingFeatures.Reach] = Neighbour(row[i].Word, row[i].Text).Written(looks.IsEmpty ? default : looks[i]);
    }

    /// <summary>How likely each of some words stands at a place when one of them does, logarithm.</summary>
    /// <param name="at">In the row, 0-based.</param>
    /// <param name="alike">Words of the lexicon, lower case, all the same without å ä ö.</param>
    public double[] LogShares(int at, IReadOnlyList<string> alike)
    {
        SurroundingFeatures.Features(_row, at + SurroundingFeatures.Reach, _features);
        var logs = new double[alike.Count];
        double total = 0;
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = FeatureWeights.Sum(_model.SurroundingWeights, _features, FeatureWeights.Of(alike[i]));
            total += Math.Exp(logs[i]);
        }

        for (var i = 0; i < logs.Length; i++) logs[i] -= Math.Log(total);
        return logs;
    }

    private SurroundingFeatures.Neighbour Neighbour(int word, string text)
    {
        if (word == _model.Number) return SurroundingFeatures.Number;
        if (word == _model.Year) return SurroundingFeatures.Year;
        return word == _model.Boundary ? SurroundingFeatures.Boundary : SurroundingFeatures.Of(text, word < _model.WordCount);
    }
}
