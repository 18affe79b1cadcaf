using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Repair;

/// <summary>A page while it is repaired: its lines as read, and what was decided about their pieces.</summary>
/// <param name="text">As read, <c>\n</c> between lines.</param>
/// <param name="readings">What the reader said of it, by line and piece; <see langword="null"/> where nobody did.</param>
internal sealed class PageDraft(string text, PieceReading[][]? readings = null)
{
    private readonly string[] _asRead = text.Split('\n');
    private string[]? _lines;
    private Token[]? _tokens;

    /// <summary>By line, in the order of its pieces; <see langword="null"/> where nothing was decided.</summary>
    private List<Decision>?[]? _decisions;
    private readonly HashSet<int> _toWrite = [];

    /// <summary>The lines with what was applied so far.</summary>
    public string[] Lines => _lines ?? _asRead;

    /// <param name="edited">The page after earlier steps.</param>
    public static PageDraft Of(PageReading page, RepairedPage edited) =>
        new(edited.Text, edited.Corrections.Count == 0 ? [.. page.Lines.Select(PieceReading.Of)] : PieceReading.Of(page, edited));

    /// <summary>The words of <see cref="Lines"/>; whoever asks again gets the same until a line changes.</summary>
    public Token[] Tokens(Tokenizer tokenizer)
    {
        if (_tokens is not null) return _tokens;
        _tokens = tokenizer.Tokens(Lines);
        if (readings is null) return _tokens;
        foreach (ref var token in _tokens.AsSpan())
        {
            var reading = ReadingOf(token.First);
            token = token with { Confidence = reading.Confidence, Other = token.Rest is null && !IsApplied(token.First) ? reading.Other : null };
        }

        return _tokens;
    }

    /// <summary>Takes verdicts on <see cref="Lines"/>; whether any of them changed a line.</summary>
    public bool Take(IEnumerable<Verdict> verdicts, RepairOptions options)
    {
        var hasChanged = false;
        foreach (var verdict in verdicts)
        {
            if (verdict.Confidence >= options.SuggestFrom) hasChanged |= Decide(verdict, verdict.Confidence >= options.ApplyFrom);
        }

        if (hasChanged) WriteLines();
        return hasChanged;
    }

    /// <summary>The page with all corrections in their places.</summary>
    public RepairedPage Finish()
    {
        if (_decisions is null) return new RepairedPage(text, []);
        var whole = new StringBuilder(text.Length + (text.Length / 8));
        var corrections = new List<Correction>();
        var evidence = new Dictionary<int, IReadOnlyList<double>>();
        for (var line = 0; line < _asRead.Length; line++)
        {
            if (line > 0) whole.Append('\n');
            Write(line, whole, (decision, was, length) =>
            {
                var (verdict, start) = (decision.Verdict, whole.Length);
                corrections.Add(new Correction(start, length, was, verdict.Now, verdict.Confidence, decision.IsApplied, verdict.Second, verdict.Reason));
                evidence.Add(start, verdict.Evidence);
            });
        }

        return new RepairedPage(whole.ToString(), corrections) { Evidence = evidence };
    }

    /// <summary>Whether the page changes: a piece that was changed once is decided anew, and stays changed.</summary>
    private bool Decide(Verdict verdict, bool isApplied)
    {
        var decisions = (_decisions ??= new List<Decision>?[_asRead.Length])[verdict.Place.Line] ??= [];
        var at = decisions.Count;
        while (at > 0 && decisions[at - 1].Ordinal >= verdict.Place.Ordinal) at--;
        var isDecided = at < decisions.Count && decisions[at].Ordinal == verdict.Place.Ordinal;
        var wasApplied = isDecided && decisions[at].IsApplied;
        if (wasApplied && !isApplied) return false;
        var decision = new Decision(verdict.Place.Ordinal, verdict, isApplied);
        if (isDecided) decisions[at] = decision;
        else decisions.Insert(at, decision);
        if (isApplied) _toWrite.Add(verdict.Place.Line);
        return isApplied && !wasApplied;
    }

    private bool IsApplied(Piece piece) =>
        _decisions?[piece.Line] is { } decisions && decisions.Exists(decision => decision.Ordinal == piece.Ordinal && decision.IsApplied);

    private void WriteLines()
    {
        (_lines, _tokens) = ([.. Lines], null);
        var written = new StringBuilder();
        foreach (var line in _toWrite)
        {
            Write(line, written.Clear(), null);
            _lines[line] = written.ToString();
        }

        _toWrite.Clear();
    }

    private PieceReading ReadingOf(Piece piece) =>
        piece.Line < readings!.Length && piece.Ordinal < readings[piece.Line].Length ? readings[piece.Line][piece.Ordinal] : PieceReading.Nobody;

    /// <summary>Adds a line as it was decided to the text.</summary>
    /// <param name="tell">Told of each decision before its piece is written: what stood there, and how long what stands now is.</param>
    private void Write(int line, StringBuilder written, Action<Decision, string, int>? tell)
    {
        var asRead = _asRead[line];
        var (done, ordinal, piece) = (0, -1, (Start: 0, Length: 0));
        foreach (var decision in _decisions![line] ?? [])
        {
            for (; ordinal < decision.Ordinal; ordinal++) piece = Tokenizer.NextPiece(asRead, piece.Start + piece.Length);
            if (piece.Length == 0) break;
            written.Append(asRead, done, piece.Start - done);
            done = piece.Start + piece.Length;
            tell?.Invoke(decision, asRead[piece.Start..done], decision.IsApplied ? decision.Verdict.Now.Length : piece.Length);
            if (decision.IsApplied) written.Append(decision.Verdict.Now);
            else written.Append(asRead, piece.Start, piece.Length);
        }

        written.Append(asRead, done, asRead.Length - done);
    }

    /// <param name="Ordinal">Of the piece in its line.</param>
    private readonly record struct Decision(int Ordinal, Verdict Verdict, bool IsApplied);
}
