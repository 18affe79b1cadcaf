namespace Protokollsok.Language;

/// <summary>Learns <see cref="FeatureWeights"/> by choosing, again and again, between what can stand at a place, each time a little wiser (logistic regression, AdaGrad).</summary>
internal sealed class FeatureTrainer(int size, float rate)
{
    private readonly float[] _weights = new float[size];
    private readonly float[] _spent = new float[size];
    private int[] _places = new int[256];
    private float[] _shares = new float[16];

    /// <summary>Learns from one place.</summary>
    /// <param name="features">What is known of the place.</param>
    /// <param name="choices">What can stand there.</param>
    /// <param name="right">Which of them does.</param>
    /// <param name="weight">How much the place counts.</param>
    public void Learn(ReadOnlySpan<ulong> features, ReadOnlySpan<ulong> choices, int right, float weight = 1)
    {
        Prepare(features, choices);
        for (var choice = 0; choice < choices.Length; choice++)
        {
            var wrong = weight * (_shares[choice] - (choice == right ? 1 : 0));
            if (Math.Abs(wrong) < 1e-3f) continue;
            foreach (var place in _places.AsSpan(choice * features.Length, features.Length))
            {
                _spent[place] += wrong * wrong;
                _weights[place] -= rate * wrong / (0.1f + MathF.Sqrt(_spent[place]));
            }
        }
    }

    /// <summary>What was learnt, as it is stored; what decides nearly nothing is left out.</summary>
    public byte[] Stored() => [.. _weights.Select(weight => (byte)FeatureWeights.Stored(weight))];

    private void Prepare(ReadOnlySpan<ulong> features, ReadOnlySpan<ulong> choices)
    {
        if (_places.Length < features.Length * choices.Length) _places = new int[features.Length * choices.Length];
        if (_shares.Length < choices.Length) _shares = new float[choices.Length];
        float most = float.NegativeInfinity, total = 0;
        for (var choice = 0; choice < choices.Length; choice++)
        {
            float sum = 0;
            for (var i = 0; i < features.Length; i++)
            {
                var place = FeatureWeights.Place(FeatureWeights.Join(features[i], choices[choice]), size);
                _places[(choice * features.Length) + i] = place;
                sum += _weights[place];
            }

            _shares[choice] = sum;
            most = Math.Max(most, sum);
        }

        for (var choice = 0; choice < choices.Length; choice++) total += _shares[choice] = MathF.Exp(_shares[choice] - most);
        for (var choice = 0; choice < choices.Length; choice++) _shares[choice] /= total;
    }
}
