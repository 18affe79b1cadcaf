using Protokollsok.Archive;

namespace Protokollsok.Pages;

/// <summary>What the last look at every original found.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Who">Who asked for it.</param>
/// <param name="Checked">How many documents were looked at.</param>
/// <param name="FaultCount">All that were found.</param>
/// <param name="Faults">The first of them.</param>
internal sealed record FixityReport(DateTimeOffset At, string Who, int Checked, int FaultCount, IReadOnlyList<Fault> Faults);
