using System.Globalization;

namespace Protokollsok.Rehearsal;

/// <summary>How one run with a kill ended.</summary>
/// <param name="Number">Which, so that it can be run again.</param>
/// <param name="Watched">Through the watched folder; else by <c>ingest</c>.</param>
/// <param name="Moments">When it was killed, in words.</param>
/// <param name="ArrivedBefore">How many files the ledger knew when it was started for the last time.</param>
internal sealed record KillRun(int Number, bool Watched, string Moments, long ArrivedBefore, IReadOnlyList<string> Faults)
{
    public string Line(int done, int of) => string.Create(CultureInfo.InvariantCulture,
        $"{done}/{of}: run {Number} ({(Watched ? "watched" : "ingest")}, killed {Moments}, {ArrivedBefore} had arrived): {(Faults.Count == 0 ? "all there once" : string.Join("; ", Faults))}");
}
