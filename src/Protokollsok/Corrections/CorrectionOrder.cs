using System.Text.Json.Serialization;

namespace Protokollsok.Corrections;

/// <summary>What a person wants corrected. Both have to be named, and nothing else may be: a misspelt name would take back what was corrected.</summary>
/// <param name="Field">One of <see cref="CorrectionField"/>'s.</param>
/// <param name="Value"><see langword="null"/>: earlier corrections of the field are taken back.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CorrectionOrder([property: JsonRequired] string Field, [property: JsonRequired] string? Value);
