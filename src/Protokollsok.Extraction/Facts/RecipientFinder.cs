using System.Text.RegularExpressions;

namespace Protokollsok.Extraction;

/// <summary>Finds who is sent the decision: the lines under such a heading, a postal address joined to its addressee.</summary>
internal static partial class RecipientFinder
{
    private const int MaxLength = 160;
    private const int MaxAddressLines = 6;

    /// <summary>What a scan or a list leaves behind a name.</summary>
    private static readonly char[] Specks = [' ', '-', '–', ':', ';', ',', '|', '_', '=', '~', '*', '\'', '´', '`', '^'];

    public static IReadOnlyList<string> Find(MinutesText minutes, IReadOnlyList<Block> blocks)
    {
        var headed = blocks.Where(block => block.Heading?.Kind is HeadingKind.Recipients).Select(block => block.Section).ToHashSet();
        return AfterHead(blocks).SelectMany((block, i) => block.Heading?.Kind is HeadingKind.Recipients ? JoinAddresses(LinesOf(block))
            : block.Section is not null && !headed.Contains(block.Section) && block.Heading?.Kind is HeadingKind.Decision or HeadingKind.Proposal ? AtEnd(minutes, block)
            : []).ToList();
    }

    /// <summary>Offices in the last lines of what was decided, without any heading.</summary>
    private static IEnumerable<string> AtEnd(MinutesText minutes, Block block)
    {
        var first = block.Lines.Count;
        while (first > 1 && Addressee.Is(block.Lines[first - 1].Text) && (block.Lines[first - 1].Gap || minutes.IsBrokenEarly(block.Lines[first - 1]))) first--;
        return block.Lines.Skip(first).Select(line => Folded.Blanks(line.Text));
    }

    /// <summary><c>PROTOKOLLSUTDRAG</c> above the first section says what the document is.</summary>
    private static IEnumerable<Block> AfterHead(IReadOnlyList<Block> blocks) =>
        blocks.Any(block => block.Section is not null) ? blocks.SkipWhile(block => block.Section is null) : blocks;

    private static List<string> LinesOf(Block block)
    {
        var lines = new List<string>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (line.Gap && lines.Count > 0 && !line.AfterBreak && ListMark.Of(line.Text).Kind is ListMarkKind.None
                && !IsLast(line, block.Lines.Count - i)) break;
            var mark = ListMark.Of(line.Text);
            var text = line.Text[mark.TextAt..].Trim(' ', '*', ',', ';').TrimEnd(Specks);
            if (IsNone(text, mark, lines.Count)) break;
            if (text.Length > 0) lines.Add(Folded.Blanks(text));
        }

        return lines;
    }

    /// <summary>A scanner sees gaps where none are: what follows one is a recipient still if nothing else follows it, and it is nobody's
    /// signature.</summary>
    private static bool IsLast(Line line, int linesLeft) =>
        linesLeft <= 2 && line.Text.Length < 60 && char.IsUpper(line.Text[0]) && !line.EndsSentence
        && !PersonNames.AllIn(line.Text).Any() && !PersonNames.IsTitle(line.Text);

    /// <summary>A sentence, a ruled line or a signature ends the list.</summary>
    private static bool IsNone(string text, ListMark mark, int before) =>
        text.Length > MaxLength || text.StartsWith("Vid protokollet", StringComparison.OrdinalIgnoreCase) || text.StartsWith('|')
        || (text.EndsWith('.') && before > 0 && mark.Kind is ListMarkKind.None && text.Count(letter => letter == ' ') > 5);

    private static List<string> JoinAddresses(List<string> lines)
    {
        var recipients = new List<string>();
        foreach (var line in lines)
        {
            recipients.Add(line);
            if (!PostTown().IsMatch(line)) continue;
            var first = FirstOfAddress(recipients);
            var joined = string.Join(", ", recipients.Skip(first));
            recipients.RemoveRange(first, recipients.Count - first);
            recipients.Add(joined);
        }

        return recipients;
    }

    /// <summary>Street and box above the post town, the name above them, and a person above that.</summary>
    private static int FirstOfAddress(List<string> lines)
    {
        var at = lines.Count - 1;
        var limit = Math.Max(0, lines.Count - MaxAddressLines);
        while (at > limit && lines[at - 1].Any(char.IsAsciiDigit) && !PostTown().IsMatch(lines[at - 1])) at--;
        if (at > limit && !PostTown().IsMatch(lines[at - 1])) at--;
        return at > limit && PersonNames.IsName(lines[at - 1]) && !PersonNames.IsName(lines[at]) ? at - 1 : at;
    }

    [GeneratedRegex(@"\A(?:SE?-)?\d{3}\s?\d{2}\s{1,2}\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex PostTown();
}
