using Protokollsok.Search.Supervision;

namespace Protokollsok.Search.Words;

/// <summary>The terms that one word of a text stands in the index with, the exact form first.</summary>
internal sealed class WordTerms(IReadOnlyList<string> terms)
{
    private readonly byte[] _wire = ToWire(terms);

    public IReadOnlyList<string> Terms { get; } = terms;

    public string Exact => Terms[0];

    /// <summary>Writes all terms at one position, the next one.</summary>
    public void WriteTo(FrameWriter frame) => frame.Raw(_wire);

    private static byte[] ToWire(IReadOnlyList<string> terms)
    {
        var frame = new FrameWriter();
        for (var i = 0; i < terms.Count; i++)
        {
            frame.Varint(i == 0 ? 1 : 0);
            frame.Text(terms[i]);
        }

        return frame.Written();
    }
}
