namespace Protokollsok.Bench;

/// <summary>One page as a browser saw it come.</summary>
/// <param name="FirstPaint">From the click to the first text or picture on the screen.</param>
/// <param name="LargestPaint">From the click to the largest one.</param>
/// <param name="Bytes">Over the wire: the page, its style and its scripts, as compressed, heads included.</param>
internal sealed record PageLoad(TimeSpan FirstPaint, TimeSpan LargestPaint, long Bytes);
