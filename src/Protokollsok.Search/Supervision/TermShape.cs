namespace Protokollsok.Search.Supervision;

/// <summary>How the node is told which terms are asked for.</summary>
internal static class TermShape
{
    /// <summary>For each place the texts that can stand there.</summary>
    public static void WritePlaces(FrameWriter frame, IReadOnlyList<string[]> places)
    {
        frame.Varint(places.Count);
        foreach (var place in places)
        {
            frame.Varint(place.Length);
            foreach (var text in place) frame.Text(text);
        }
    }
}
