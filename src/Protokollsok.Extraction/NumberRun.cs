using System.Globalization;

namespace Protokollsok.Extraction;

/// <summary>Section numbers go up by one: a number that its neighbours contradict was read wrong.</summary>
internal static class NumberRun
{
    /// <summary>So many in a row can be misread between two that tell what they are.</summary>
    private const int LongestGap = 3;

    /// <summary>What a § is read as when it is taken for a digit of its number.</summary>
    private const string SignDigits = "8536";

    /// <summary>The numbers that do not fit, by their position, and what must stand there. What only leaves a gap fits.</summary>
    /// <param name="numbers">In reading order; a letter (<c>88 a</c>) left out.</param>
    public static IReadOnlyDictionary<int, int> Misfits(IReadOnlyList<int> numbers)
    {
        var expected = new SortedDictionary<int, int>();
        for (var i = 1; i < numbers.Count; i++)
        {
            var before = expected.GetValueOrDefault(i - 1, numbers[i - 1]);
            for (var k = 1; k <= LongestGap && numbers[i] != before && numbers[i] != before + 1 && !expected.ContainsKey(i); k++)
            {
                // Two that tell it are needed before, or behind, and one that none of them is.
                if (i + k >= numbers.Count || numbers[i + k] != before + k + 1 || Enumerable.Range(0, k).Any(j => numbers[i + j] == before + j + 1)) continue;
                for (var j = 0; j < k; j++) expected[i + j] = before + j + 1;
            }
        }

        if (numbers is [var first, var second, var third, ..] && third == second + 1 && HidesSign(first, second - 1)) expected[0] = second - 1;
        if (numbers is [.., var from, var to, var last] && to == from + 1 && HidesSign(last, to + 1)) expected[numbers.Count - 1] = to + 1;
        return expected;
    }

    /// <summary>Whether a number ends in the one that must stand there.</summary>
    public static bool EndsIn(int number, int expected) =>
        number > expected && Text(number).EndsWith(Text(expected), StringComparison.Ordinal);

    /// <summary>At an edge nothing on its other side tells, so that only a § read as a digit is sure enough.</summary>
    private static bool HidesSign(int number, int expected) =>
        expected > 0 && EndsIn(number, expected) && Text(number).Length == Text(expected).Length + 1 && SignDigits.Contains(Text(number)[0], StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
