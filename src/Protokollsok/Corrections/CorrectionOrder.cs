namespace Protokollsok.Corrections;

/// <summary>What a person wants corrected.</summary>
/// <param name="Field">One of <see cref="CorrectionField"/>'s.</param>
/// <param name="Value"><see langword="null"/>: earlier corrections of the field are taken back.</param>
internal sealed record CorrectionOrder(string Field, string? Value);
