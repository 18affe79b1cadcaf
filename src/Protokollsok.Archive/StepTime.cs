namespace Protokollsok.Archive;

/// <summary>How long a step takes.</summary>
/// <param name="Step"><c>read</c>, <c>understand</c> or <c>index</c>.</param>
/// <param name="Documents">How many it was measured on.</param>
/// <param name="MeanSeconds">From the end of the step before it, waiting included.</param>
/// <param name="LongestSeconds">Likewise.</param>
public sealed record StepTime(string Step, long Documents, double MeanSeconds, double LongestSeconds);
