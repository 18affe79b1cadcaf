namespace Protokollsok.Bench;

/// <summary>Found against true, every occurrence counted.</summary>
/// <param name="Right">In both.</param>
/// <param name="Found">What the program says.</param>
/// <param name="True">What a person says.</param>
internal readonly record struct Score(int Right, int Found, int True)
{
    public double Precision => Found == 0 ? 1 : (double)Right / Found;

    public double Recall => True == 0 ? 1 : (double)Right / True;

    /// <summary>The harmonic mean of precision and recall, 0–1; 1 when there is nothing to find and nothing was found.</summary>
    public double F1 => Found + True == 0 ? 1 : 2.0 * Right / (Found + True);

    public static Score operator +(Score one, Score other) => new(one.Right + other.Right, one.Found + other.Found, one.True + other.True);

    /// <summary>Compares two lists as multisets.</summary>
    public static Score Of(IReadOnlyCollection<string> found, IReadOnlyCollection<string> truth)
    {
        var left = truth.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        var right = 0;
        foreach (var value in found)
        {
            if (left.GetValueOrDefault(value) == 0) continue;
            left[value]--;
            right++;
        }

        return new Score(right, found.Count, truth.Count);
    }
}
