using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>
/// Reads the decision points of one block: numbers, <i>att</i>-clauses, bullets, letters, bare sentences; joined over lines, gaps that a
/// page break made, and with their sub-items. The lead-in of a list says for whom it counts, and a block may hold several.
/// </summary>
/// <param name="onlyOpened">Outside decision headings: a paragraph counts only if it begins with a board's decision verb.</param>
internal sealed class DecisionListReader(MinutesText minutes, DecisionLead atStart, string? documentBoard, bool onlyOpened = false)
{
    private readonly List<DecisionItem> _items = [];
    private DecisionLead? _saidLater;
    private ListMarkKind _list = ListMarkKind.None;
    private int _number;

    /// <summary>Whether the last item was a clause, whatever dash a scan left before it.</summary>
    private bool _isAtt;

    private (ListMarkKind Kind, int Start, int End)? _open;

    /// <summary>Whether what follows was led in as something reported: delegates' decisions, messages.</summary>
    private bool _isReported;

    /// <summary>For whom the items now read count: what the last lead-in said, or the heading.</summary>
    private DecisionLead Lead => _saidLater ?? atStart;

    public IReadOnlyList<DecisionItem> Read(IReadOnlyList<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var mark = MarkOf(line, lines, i);
            if (EndsBlock(line, mark, i + 1 < lines.Count ? lines[i + 1] : null)) break;
            if (IsNewItem(line, mark)) Begin(line, mark);
            else if (Connects(line, mark, i + 1 < lines.Count ? lines[i + 1] : null)) BeginParagraph(line);
            else if (_open is { } open && GoesOn(line, open)) _open = open with { End = line.End };
            else if (!BeginParagraph(line)) break;
        }

        Close(followedBy: ListMarkKind.None);
        return _items;
    }

    /// <summary>A short line without a full stop, after a finished sentence or a gap, is a heading that is not known or the first
    /// recipient.</summary>
    private bool EndsBlock(Line line, ListMark mark, Line? next)
    {
        if (line.Text[0] == '|') return true;
        if (LeadsInNames(line)) return false;
        if (_open is null && _items.Count == 0 || mark.Kind is not ListMarkKind.None || line.Text.Length > 70
            || !char.IsUpper(line.Text[0])) return false;
        if (DecisionLead.Of(line.Text) is not null || line.EndsSentence || line.Text[^1] is ',' or '-' or ';'
            || (next is { StartsLower: true, Gap: false })) return false;
        return EndsText() || (line.Gap && !line.AfterBreak) || (next is null && _open is { Kind: not ListMarkKind.None } && Addressee.Is(line.Text) && minutes.IsBrokenEarly(line));
    }

    /// <summary>Between two lists of one block: <c>samt föreslår kommunfullmäktige besluta</c>, on one line or two.</summary>
    private bool Connects(Line line, ListMark mark, Line? next)
    {
        if (_open is not { Kind: not ListMarkKind.None } || mark.Kind is not ListMarkKind.None || line.Text.Length > 120 || next is null) return false;
        var isList = ListMark.Of(next.Text).Kind is not ListMarkKind.None;
        var text = isList || next.Gap ? line.Text : line.Text + " " + next.Text;
        return DecisionLead.Connects(text);
    }

    /// <summary>Numbers stand without a full stop, too: <c>1 Motionen avslås</c>; the first only where a second follows.</summary>
    private ListMark MarkOf(Line line, IReadOnlyList<Line> lines, int index)
    {
        var mark = ListMark.Of(line.Text);
        if (mark.Kind is not ListMarkKind.None || ListMark.OfBareNumber(line.Text) is not { Number: > 0 } bare) return mark;
        var isNext = _list is ListMarkKind.Number && bare.Number == _number + 1 && (line.Gap || EndsText() || EndsClause());
        var isFirst = bare.Number == 1 && _list is ListMarkKind.None && (_open is null || IsAfterLeadIn())
            && lines.Skip(index + 1).Take(40).Any(later => ListMark.OfBareNumber(later.Text).Number == 2);
        return isNext || isFirst ? bare : mark;
    }

    private bool IsNewItem(Line line, ListMark mark) => mark.Kind switch
    {
        ListMarkKind.Number => mark.Number == 1 || mark.Number == _number + 1 || _list is not ListMarkKind.Number,
        ListMarkKind.Bullet => (_list is not ListMarkKind.Number || IsAfterLeadIn()) && !IsPurpose(),
        ListMarkKind.Letter => _list is ListMarkKind.None or ListMarkKind.Letter && !IsPurpose(),
        ListMarkKind.Att => _list is not ListMarkKind.Number && (line.Gap || _open is null || EndsClause() || (_isAtt && (minutes.IsBrokenEarly(line) || StartsWithAtt(minutes.Lines[Math.Max(0, line.Index - 1)])))),
        _ => false,
    };

    /// <summary>A bullet after <i>Nämnden beslutar:</i> is no sub-item of the number before.</summary>
    private bool IsAfterLeadIn() => _open is { Kind: ListMarkKind.None } && DecisionLead.IsLeadIn(OpenEnd());

    /// <summary>What an adjourned or returned case still needs: <c>Ärendet återremitteras för att</c>, and points below it.</summary>
    private bool IsPurpose() => _open is { Kind: ListMarkKind.None } && OpenEnd() is var end && Purpose(end) && DecisionLead.Of(end) is null;

    private static bool Purpose(string text)
    {
        var at = text.LastIndexOf(" för att", StringComparison.Ordinal);
        return at >= 0 && (at + 8 == text.Length || text[^1] is not ('.' or ':'));
    }

    private static bool StartsWithAtt(Line line) => line.Text.StartsWith("att ", StringComparison.OrdinalIgnoreCase);

    private bool EndsClause()
    {
        var text = OpenEnd();
        return text[^1] is ',' or ';' or '.' or ':' || DecisionLead.IsLeadIn(text)
            || text.EndsWith(" samt", StringComparison.Ordinal) || text.EndsWith(" och", StringComparison.Ordinal)
                || text.EndsWith(" dels", StringComparison.Ordinal);
    }

    private bool EndsText() => _open is null || minutes.Text[_open.Value.End - 1] is '.' or '!' or '?';

    private void Begin(Line line, ListMark mark)
    {
        Close(mark.Kind, line.Text.AsSpan(mark.TextAt).StartsWith("att ", StringComparison.OrdinalIgnoreCase));
        // Clauses go on from the one that the sentence before them already named; any other change of mark begins a list.
        var isAtt = mark.Kind is not ListMarkKind.Number && line.Text.AsSpan(mark.TextAt).StartsWith("att ", StringComparison.OrdinalIgnoreCase);
        var goesOn = _list == mark.Kind || (_list is ListMarkKind.None && mark.Kind is ListMarkKind.Att) || (isAtt && _isAtt);
        _isAtt = isAtt;
        if (!goesOn) _number = 0;
        _list = mark.Kind;
        _number = mark.Kind is ListMarkKind.Number && mark.Number > 0 ? mark.Number : _number + 1;
        _open = (mark.Kind, line.Start + mark.TextAt, line.End);
    }

    /// <summary>Whether the line belongs to what is open: no gap, or one that only a page break or furniture made.</summary>
    private bool GoesOn(Line line, (ListMarkKind Kind, int Start, int End) open)
    {
        var last = minutes.Text[open.End - 1];
        if (open.Kind is ListMarkKind.None && last == ':') return LeadsInNames(line);
        if (IsPurpose() && ListMark.Of(line.Text).Kind is ListMarkKind.Bullet or ListMarkKind.Letter) return true;
        if (!line.Gap && char.IsUpper(line.Text[0]) && minutes.IsBrokenEarly(line) && SentenceReader.IsNoDecision(minutes.Onward(line, DecisionLead.Opening))) return false;
        if (!line.Gap) return open.Kind is not (ListMarkKind.Bullet or ListMarkKind.Att) || last != '.' || !char.IsUpper(line.Text[0]) || !minutes.IsBrokenEarly(line);
        if (ListMark.Of(line.Text).Kind is ListMarkKind.Bullet or ListMarkKind.Letter && open.Kind is ListMarkKind.Number) return true;
        return last is not ('.' or '!' or '?' or ':') && (line.StartsLower || line.AfterBreak);
    }

    /// <summary>Who is elected stands below the sentence that says to what, a name a line.</summary>
    private bool LeadsInNames(Line line) =>
        _open is { Kind: ListMarkKind.None } open && minutes.Text[open.End - 1] == ':' && PersonNames.IsName(line.Text.Trim(' ', ',', '.', ';'))
        && SentenceReader.IsElection(TextOf(open.Start, open.End));

    /// <summary>False if the line cannot belong to the block.</summary>
    private bool BeginParagraph(Line line)
    {
        Close(ListMarkKind.None);
        if (onlyOpened && !DecisionLead.Opens(minutes.Onward(line, DecisionLead.Opening))) return false;
        _open = (ListMarkKind.None, line.Start, line.End);
        return true;
    }

    private void Close(ListMarkKind followedBy, bool byAtt = false)
    {
        if (_open is not { } open) return;
        _open = null;
        if (open.Kind is not ListMarkKind.None) Add(open.Start, open.End, _number);
        else CloseParagraph(open.Start, open.End, followedBy, byAtt);
    }

    private void CloseParagraph(int start, int end, ListMarkKind followedBy, bool byAtt)
    {
        if (followedBy is not ListMarkKind.None && SentenceReader.Sentences(minutes.Text, start, end).Last() is var (last, _) && last > start)
        {
            CloseParagraph(start, last, ListMarkKind.None, false);
            start = last;
        }

        var text = TextOf(start, end);
        var wasClauses = _isAtt;
        if (_list is not ListMarkKind.None) _number = 0;
        _list = ListMarkKind.None;
        _isAtt = false;
        _isReported = SentenceReader.IsReport(text);
        var leadsIn = followedBy is not ListMarkKind.None || DecisionLead.IsLeadIn(text);
        var lead = leadsIn ? DecisionLead.Of(text) ?? LastSentenceLead(start, end) : FirstSentenceLead(start, end);
        if (lead is null && followedBy is not ListMarkKind.None && BoardNames.IsName(text)) lead = new DecisionLead(atStart.Kind, BoardNames.BaseForm(text), null);
        if (lead is not null) _saidLater = Resolved(lead);
        else if (wasClauses && followedBy is ListMarkKind.None && !SentenceReader.IsJustified(text)) return;
        if (DecisionLead.IsLeadIn(text) || IsCutLeadIn(text, followedBy, lead is not null) || (byAtt && lead is null && SentenceReader.IsCut(text)))
        {
            AddSentences(SentenceReader.Sentences(minutes.Text, start, end).SkipLast(_isReported && (SentenceReader.IsNoted(text) || SentenceReader.IsNoteTaken(text)) ? 0 : 1));
            _number = 0;
            return;
        }

        if (followedBy is ListMarkKind.Att || SentenceReader.HasSeveralClauses(text))
        {
            foreach (var (from, to) in SentenceReader.Clauses(minutes.Text, start, end)) Add(from, to, ++_number);
            return;
        }

        AddSentences(SentenceReader.Sentences(minutes.Text, start, end));
    }

    /// <summary>A bare sentence outside decision headings needs the verb itself.</summary>
    private void AddSentences(IEnumerable<(int From, int To)> sentences)
    {
        foreach (var (from, to) in sentences)
            if (TextOf(from, to) is var text && !SentenceReader.IsNoDecision(text) && (!onlyOpened || DecisionLead.Opens(text)))
                Add(KeepsLead(text) ? from : SentenceReader.ClauseStart(minutes.Text, from, to), to, ++_number, OwnLead(text));
    }

    /// <summary>Under its heading a bare sentence is told whole; where only the verb tells that something was decided, it leads in, and so does
    /// one that proposes.</summary>
    private bool KeepsLead(string sentence) => !onlyOpened && DecisionLead.Of(sentence) is { Kind: DecisionKind.Decision };

    /// <summary>Sentences of one paragraph may each say for whom they count.</summary>
    private DecisionLead? OwnLead(string sentence) => DecisionLead.Opens(sentence) && DecisionLead.Of(sentence) is { } lead ? Resolved(lead) : null;

    /// <summary>A sentence with a board's verb that stops where a list begins: <c>Nämnden beslutar under förutsättning av …</c></summary>
    private static bool IsCutLeadIn(string text, ListMarkKind followedBy, bool isLead) =>
        (followedBy is ListMarkKind.Number or ListMarkKind.Bullet && text.Length < 240 && char.IsLetter(text[^1])
            || (followedBy is ListMarkKind.Att && text.Length < 240 && !text.Contains(" att ", StringComparison.Ordinal)))
        && !text.Contains(". ", StringComparison.Ordinal) && isLead;

    private DecisionLead? FirstSentenceLead(int start, int end) =>
        SentenceReader.Sentences(minutes.Text, start, end).First() is var (from, to) ? DecisionLead.Of(TextOf(from, to)) : null;

    private DecisionLead? LastSentenceLead(int start, int end) =>
        SentenceReader.Sentences(minutes.Text, start, end).Last() is var (from, to) && from > start ? DecisionLead.Of(TextOf(from, to)) : null;

    private void Add(int start, int end, int number, DecisionLead? own = null)
    {
        end = SentenceReader.TrimEnd(minutes.Text, start, end);
        if (end <= start || (_isReported && _list is not ListMarkKind.None)) return;
        var text = TextOf(start, Math.Min(end, start + 400));
        own ??= DecisionLead.Of(text) is { Kind: DecisionKind.Proposal } proposal ? Resolved(proposal) : null;
        _items.Add(new DecisionItem(start, end, number, own ?? Lead));
    }

    /// <summary><i>Nämnden</i> is the document's board; who proposes, if not said, is the board whose minutes these are.</summary>
    private DecisionLead Resolved(DecisionLead lead)
    {
        var decidedBy = Resolve(lead.DecidedBy) ?? Lead.DecidedBy;
        if (lead.Kind is DecisionKind.Decision && atStart.Kind is DecisionKind.Proposal) return atStart with { DecidedBy = decidedBy };
        var proposedBy = lead.Kind is DecisionKind.Decision ? null
            : Resolve(lead.ProposedBy) ?? atStart.ProposedBy
                ?? (decidedBy == documentBoard || atStart.Kind is DecisionKind.Proposal ? null : documentBoard);
        return lead with { DecidedBy = decidedBy, ProposedBy = proposedBy };
    }

    private string? Resolve(string? name)
    {
        if (documentBoard is null
            || name is not ("Nämnden" or "Styrelsen" or "Utskottet" or "Arbetsutskottet" or "Fullmäktige" or "Kommunfullmäktige")) return name;
        var ending = name is "Kommunfullmäktige" ? "Fullmäktige" : name.EndsWith("utskottet", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name;
        return documentBoard.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || documentBoard.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            ? documentBoard : name;
    }

    /// <summary>The end of what is open: enough to see how it ends.</summary>
    private string OpenEnd() => TextOf(Math.Max(_open!.Value.Start, _open.Value.End - 80), _open.Value.End);

    private string TextOf(int start, int end) => Folded.Blanks(minutes.Text.AsSpan(start, end - start));
}
