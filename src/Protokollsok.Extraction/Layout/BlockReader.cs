namespace Protokollsok.Extraction;

/// <summary>Parts a document into blocks, by section heads and headings.</summary>
internal static class BlockReader
{
    /// <param name="titles">For each section, in order, the lines of its head that are no text: number, title, case number.</param>
    /// <param name="isLetter">Whether nobody decides in it: a board that <i>beslutar</i> under a proposal's heading is only to do so.</param>
    public static List<Block> Read(MinutesText minutes, IReadOnlyList<SectionTitle> titles, bool isLetter)
    {
        var blocks = new List<Block>();
        string? section = null;
        Heading? heading = null;
        var lines = new List<Line>();
        var next = 0;
        for (var i = 0; i < minutes.Lines.Count; i++)
        {
            var line = minutes.Lines[i];
            var title = next < titles.Count && titles[next].Head.Line.Index == i ? titles[next++] : null;
            if (title is null && line.Heading is { Kind: HeadingKind.Attachments, RestAt: < 0 } && IsStray(minutes, i, heading)) continue;
            if (title is null && line.Heading is null)
            {
                lines.Add(line);
                continue;
            }

            var isProposed = title is null && line.Heading!.IsLeadIn && heading?.Kind is HeadingKind.Proposal && (isLetter || lines.Count == 0);
            var proposal = isProposed ? heading! with { DecidedBy = line.Heading!.DecidedBy } : null;
            Close();
            (section, heading) = title is null ? (line.Heading!.Item ?? section, proposal ?? line.Heading) : (title.Head.Number, null);
            if (title is { BodyAt: >= 0 }) lines.Add(RestOf(line, title.BodyAt));
            if (title is not null) i = title.LastLine;
            else if (line.Heading!.RestAt >= 0) lines.Add(RestOf(line, line.Heading.RestAt));
        }

        Close();
        return blocks;

        void Close()
        {
            if (lines.Count > 0 || heading is not null) blocks.Add(new Block(section, heading, lines));
            lines = [];
        }
    }

    /// <summary><i>Bilaga</i> between two decisions only says that the one before it has an attachment.</summary>
    private static bool IsStray(MinutesText minutes, int index, Heading? heading) =>
        heading?.Kind is HeadingKind.Decision or HeadingKind.Proposal && index + 1 < minutes.Lines.Count
        && minutes.Lines[index + 1] is var next && DecisionLead.Opens(next.Text[ListMark.Of(next.Text).TextAt..]);

    private static Line RestOf(Line line, int at)
    {
        var rest = line.Text.AsSpan(at);
        var indent = rest.Length - rest.TrimStart(" *\t").Length;
        return line with
        {
            Start = line.Start + at + indent,
            Text = rest[indent..].ToString(),
            Gap = false,
            Heading = null
        };
    }
}
