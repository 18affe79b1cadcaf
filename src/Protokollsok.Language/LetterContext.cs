using System.Runtime.CompilerServices;

namespace Protokollsok.Language;

/// <summary>The last letters before a place in a word, as the model's counts of letters know them, see <see cref="SwedishModel.LettersBefore"/>.</summary>
public struct LetterContext
{
    /// <summary>How many letters there are, a word's beginning counted as one; up to <see cref="LetterSequences.Longest"/> − 1.</summary>
    internal int Length;

    /// <summary>For so many lengths, from 0 on, the last letters were met.</summary>
    internal int Reach;

    /// <summary>By length: the last letters as a number.</summary>
    internal Numbers<ulong> Packed;

    /// <summary>By length: how often they were met.</summary>
    internal Numbers<double> Counts;

    [InlineArray(LetterSequences.Longest)]
    internal struct Numbers<T>
    {
        private T _first;
    }
}
