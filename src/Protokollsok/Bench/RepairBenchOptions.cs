namespace Protokollsok.Bench;

/// <summary>What <c>bench repair</c> was asked for.</summary>
/// <param name="Testdata">The project's own texts.</param>
/// <param name="Folder">Documents of one's own, see <see cref="RepairSample"/>; <see langword="null"/>: the project's.</param>
/// <param name="ModelFile">The model of Swedish to measure with; <see langword="null"/>: the program's. For text held out, one that was built without it.</param>
/// <param name="Dictionary">The dictionary beside it, as the setting <c>knowledge.dictionary</c> names it.</param>
/// <param name="Learnt">A folder of sound text from the same place that is learnt for rows of their own, see <see cref="RepairSample"/>; may be <see langword="null"/>.</param>
/// <param name="Choices">Where to write what each confidence was weighed from and whether the change was right, for <c>testdata/make/calibrate.py</c>; may be <see langword="null"/>.</param>
/// <param name="Misses">How many wrong words and changes of each row are shown.</param>
/// <param name="IsAlone">Whether the others, of which hunspell is slow, are left out.</param>
/// <param name="IsSpeed">Whether to tell how fast instead of how well.</param>
internal sealed record RepairBenchOptions(string Testdata, string? Folder, string? ModelFile, string Dictionary, string? Learnt, string? Choices, int Misses, bool IsAlone, bool IsSpeed);
