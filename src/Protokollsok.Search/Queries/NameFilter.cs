using Protokollsok.Search.Supervision;
using Protokollsok.Search.Words;

namespace Protokollsok.Search.Queries;

/// <summary>
/// Writes a filter by the name of a board or municipality, typed as people type: the whole name where there is one; else the name but for
/// dots and accents; else every typed word as the beginning of one of the name's words.
/// </summary>
internal static class NameFilter
{
    private const byte Filter = 3;

    /// <summary>What a word of a name begins after.</summary>
    private const string Joints = " -/&";

    private const int LongestName = 200;

    public static void Write(FrameWriter frame, string field, string name)
    {
        var typed = name.Trim().ToLowerInvariant();
        if (typed.Length > LongestName) typed = typed[..LongestName];
        string[] words = typed.Split(Joints.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        frame.Byte((byte)'o');
        frame.Varint(words.Length == 0 ? 1 : 3);
        frame.Byte((byte)'k');
        frame.Text(field);
        frame.Text(typed);
        if (words.Length == 0) return;
        WriteShape(frame, field, 's', typed);
        frame.Byte((byte)'b');
        frame.Varint(words.Length);
        foreach (var word in words)
        {
            frame.Byte(Filter);
            WriteShape(frame, field, 'i', word);
        }
    }

    /// <summary>A municipality is called with <i>kommun</i> or <i>stad</i> or without, and then in the genitive: <i>Ekåsas kommun</i>.</summary>
    public static string WithoutKommun(string name)
    {
        var typed = name.Trim();
        foreach (var kind in new[] { " kommun", " kommuns", " stad", " stads" })
        {
            if (!typed.EndsWith(kind, StringComparison.OrdinalIgnoreCase)) continue;
            var bare = typed[..^kind.Length].TrimEnd();
            return bare.EndsWith('s') && bare.Length > 3 ? bare[..^1] : bare;
        }

        return typed;
    }

    private static void WriteShape(FrameWriter frame, string field, char kind, string text)
    {
        frame.Byte((byte)'y');
        frame.Text(field);
        frame.Single(1);
        frame.Byte((byte)kind);
        if (kind == 'i') frame.Text(Joints);
        TermShape.WritePlaces(frame, Looks.WithAndWithoutDots(text));
    }
}
