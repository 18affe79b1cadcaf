using System.Buffers;
using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Finds decisions and proposals: what stands under their headings, and in sections without such a heading what a board's verb
/// opens.</summary>
internal static class DecisionFinder
{
    /// <summary>No list of decisions is longer; so that every opener of a long section costs a bounded time.</summary>
    private const int MostLines = 400;

    /// <summary>How sure a decision is that stands under <i>Förslag</i> alone, and one that only its verb tells.</summary>
    private const double WeakHeading = .8, ByVerb = .95;

    public static IReadOnlyList<Decision> Find(MinutesText minutes, IReadOnlyList<Block> blocks, string? board, DocumentId id)
    {
        var decisions = new List<Decision>();
        var hasHeading = blocks.Where(IsDecisive).Select(block => block.Section ?? "").ToHashSet();
        var weakCounts = hasHeading.Count == 0;
        foreach (var block in blocks)
        {
            var items = IsDecisive(block)
                || (weakCounts && IsWeakProposal(block)) ? ReadHeaded(minutes, block, board)
                : block.Section is not null && !hasHeading.Contains(block.Section) && MayHold(block) ? ReadOpened(minutes, block, board)
                : [];
            foreach (var item in items) decisions.Add(ToDecision(minutes, block, item, $"{id}-{decisions.Count + 1}"));
        }

        return decisions;
    }

    private static bool IsDecisive(Block block) => block.Heading?.Kind is HeadingKind.Decision or HeadingKind.Proposal;

    /// <summary><c>Förslag: torsdagen den 3 maj</c> in an agenda proposes nothing to decide.</summary>
    private static bool IsWeakProposal(Block block) =>
        block.Heading is { Kind: HeadingKind.WeakProposal } heading && (heading.RestAt < 0 || (block.Lines.Count > 0 && DecisionLead.Of(block.Lines[0].Text) is not null));

    /// <summary>Blocks outside decision headings in which a board's verb can open a decision: not motions, not the cover, not lists of
    /// documents.</summary>
    private static bool MayHold(Block block) => block.Heading is null or { Kind: HeadingKind.Matter or HeadingKind.Delegated };

    private static IReadOnlyList<DecisionItem> ReadHeaded(MinutesText minutes, Block block, string? board)
    {
        var heading = block.Heading!;
        var decidedBy = Resolve(heading.DecidedBy, board);
        if (heading.Kind is HeadingKind.Decision)
            return new DecisionListReader(minutes, new DecisionLead(DecisionKind.Decision, decidedBy ?? board, null), board)
                .Read(block.Lines);

        // Minutes that print a proposal to another board propose it themselves; a letter says so or leaves it open.
        var proposedBy = Resolve(heading.ProposedBy, board)
            ?? (block.Section is not null && decidedBy is not null && decidedBy != board ? board : null);
        decidedBy ??= proposedBy == board && board == "Kommunstyrelsen" ? "Kommunfullmäktige" : proposedBy == board ? null : board;
        return new DecisionListReader(minutes, new DecisionLead(DecisionKind.Proposal, decidedBy, proposedBy), board).Read(block.Lines);
    }

    /// <summary>A section may say more than once what was decided.</summary>
    private static List<DecisionItem> ReadOpened(MinutesText minutes, Block block, string? board)
    {
        var items = new List<DecisionItem>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (items.Count > 0 && line.Start < items[^1].End) continue;
            if (OpenerAt(minutes.Onward(line, DecisionLead.Opening), line.Text.Length, i == 0 || line.Gap || block.Lines[i - 1].EndsSentence || minutes.IsBrokenEarly(line)) is not { } at) continue;
            List<Line> lines = [line with { Start = line.Start + at, Text = line.Text[at..] }];
            for (var next = i + 1; next < block.Lines.Count && lines.Count < MostLines; next++) lines.Add(block.Lines[next]);
            items.AddRange(new DecisionListReader(minutes, new DecisionLead(DecisionKind.Decision, board, null), board, onlyOpened: true)
                .Read(lines));
        }

        return items;
    }

    /// <summary>Where on the line a sentence begins with a board's decision verb, which may stand on the next.</summary>
    /// <param name="text">The line, and more of its paragraph.</param>
    /// <param name="length">Of the line.</param>
    private static int? OpenerAt(string text, int length, bool beginsSentence)
    {
        if (!text.AsSpan().ContainsAny(Verbs)) return null;
        if (beginsSentence && DecisionLead.Opens(text)) return 0;
        for (var i = text.IndexOf(". ", StringComparison.Ordinal); i >= 0 && i + 2 < length; i = text.IndexOf(". ", i + 2, StringComparison.Ordinal))
            if (DecisionLead.Opens(text.Substring(i + 2, Math.Min(DecisionLead.Opening, text.Length - i - 2)))) return i + 2;
        return null;
    }

    /// <summary>One of them is in every sentence that opens.</summary>
    private static readonly SearchValues<string> Verbs = SearchValues.Create(["beslut", "beslöt", "beslot", "föresl", "foresl", "hemst"], StringComparison.OrdinalIgnoreCase);

    private static string? Resolve(string? name, string? board) =>
        name is "Nämnden" or "Styrelsen" or "Utskottet" && board is not null
            && board.EndsWith(name, StringComparison.OrdinalIgnoreCase) ? board : name;

    private static Decision ToDecision(MinutesText minutes, Block block, DecisionItem item, string id)
    {
        var parts = minutes.PlacesOf(item.Start, item.End - item.Start);
        var text = Folded.Blanks(minutes.Text.AsSpan(item.Start, item.End - item.Start));
        var first = parts[0];
        return new Decision(id, block.Section, item.Number, item.Lead.Kind, item.Lead.DecidedBy, item.Lead.ProposedBy, text, first.Page,
            first.Start, first.Length, parts)
        {
            Confidence = minutes.ConfidenceOf(parts, block.Heading?.Kind switch { HeadingKind.WeakProposal => WeakHeading, HeadingKind.Decision or HeadingKind.Proposal => 1, _ => ByVerb }),
        };
    }
}
