namespace Protokollsok.Extraction;

/// <summary>Section numbers go up by one: a number that both its neighbours contradict may have been read wrong.</summary>
internal static class NumberRun
{
    /// <summary>
    /// The numbers that do not fit, by their position, and what would. Only where exactly one is missing between two that tell it: extracts hold picked
    /// sections (§§ 4, 5 and 36), so that a jump alone says nothing, and neither does the end of a list.
    /// </summary>
    /// <param name="numbers">In reading order; a letter (<c>88 a</c>) left out.</param>
    public static IReadOnlyDictionary<int, int> Misfits(IReadOnlyList<int> numbers)
    {
        var expected = new SortedDictionary<int, int>();
        for (var i = 1; i + 1 < numbers.Count; i++)
        {
            var (before, number, behind) = (numbers[i - 1], numbers[i], numbers[i + 1]);
            if (behind == before + 2 && number != before && number != before + 1 && number != behind) expected[i] = before + 1;
        }

        return expected;
    }
}
