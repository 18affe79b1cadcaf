using Protokollsok.Archive;

namespace Protokollsok.Cli;

/// <summary>What <c>verify</c> found.</summary>
/// <param name="Checked">How many documents were looked at.</param>
internal sealed record VerifyReport(int Checked, IReadOnlyList<Fault> Faults);
