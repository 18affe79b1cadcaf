namespace Protokollsok.Search.Words;

/// <summary>A stretch between blanks, such as <c>R&amp;d</c>: what a damaged word is known by, letters or not.</summary>
internal static class Chunk
{
    private const string Edges = ".,;:!?\"'”’()[]{}«»*…";

    /// <summary>The chunks of a text, in its order.</summary>
    public static string[] Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lower case, without the punctuation around it; may be empty.</summary>
    public static string Key(string chunk) => chunk.Trim(Edges.ToCharArray()).ToLowerInvariant();
}
