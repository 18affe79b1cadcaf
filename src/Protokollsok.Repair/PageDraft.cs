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
    private readonly Dictionary<(int Line, int Ordinal), Verdict> _verdicts = [];
    private readonly HashSet<(int Line, int Ordinal)> _applied = [];
    private readonly HashSet<int> _linesWithVerdicts = [];
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
            token = token with { Confidence = reading.Confidence, Other = token.Rest is null && !_applied.Contains((token.First.Line, token.First.Ordinal)) ? reading.Other : null };
        }

        return _tokens;
    }

    /// <summary>Takes verdicts on <see cref="Lines"/>; whether any of them changed a line.</summary>
    public bool Take(IEnumerable<Verdict> verdicts, RepairOptions options)
    {
        var hasChanged = false;
        foreach (var verdict in verdicts.Where(verdict => verdict.Confidence >= options.SuggestFrom))
        {
            var key = (verdict.Place.Line, verdict.Place.Ordinal);
            var isApplied = verdict.Confidence >= options.ApplyFrom;
            if (!isApplied && _applied.Contains(key)) continue;
            _verdicts[key] = verdict;
            _linesWithVerdicts.Add(key.Line);
            if (!isApplied) continue;
            hasChanged |= _applied.Add(key);
            _toWrite.Add(key.Line);
        }

        if (hasChanged) WriteLines();
        return hasChanged;
    }

    /// <summary>The page with all corrections in their places.</summary>
    public RepairedPage Finish()
    {
        if (_verdicts.Count == 0) return new RepairedPage(text, []);
        var whole = new StringBuilder();
        var corrections = new List<Correction>();
        var evidence = new List<IReadOnlyList<double>>();
        for (var line = 0; line < _asRead.Length; line++)
        {
            if (line > 0) whole.Append('\n');
            var (written, found, weighed) = Write(line, whole.Length);
            whole.Append(written);
            corrections.AddRange(found);
            evidence.AddRange(weighed);
        }

        return new RepairedPage(whole.ToString(), corrections) { Evidence = corrections.Zip(evidence).ToDictionary(pair => pair.First.Start, pair => pair.Second) };
    }

    private void WriteLines()
    {
        (_lines, _tokens) = ([.. Lines], null);
        foreach (var line in _toWrite) _lines[line] = Write(line, 0).Text;
        _toWrite.Clear();
    }

    private PieceReading ReadingOf(Piece piece) =>
        piece.Line < readings!.Length && piece.Ordinal < readings[piece.Line].Length ? readings[piece.Line][piece.Ordinal] : PieceReading.Nobody;

    private (string Text, List<Correction> Corrections, List<IReadOnlyList<double>> Evidence) Write(int line, int offset)
    {
        var asRead = _asRead[line];
        if (!_linesWithVerdicts.Contains(line)) return (asRead, [], []);
        var text = new StringBuilder();
        var corrections = new List<Correction>();
        var evidence = new List<IReadOnlyList<double>>();
        var done = 0;
        var ordinal = -1;
        for (var piece = Tokenizer.NextPiece(asRead, 0); piece.Length > 0; piece = Tokenizer.NextPiece(asRead, piece.Start + piece.Length))
        {
            if (!_verdicts.TryGetValue((line, ++ordinal), out var verdict)) continue;
            var was = asRead.Substring(piece.Start, piece.Length);
            var isApplied = _applied.Contains((line, ordinal));
            text.Append(asRead, done, piece.Start - done);
            var stands = isApplied ? verdict.Now : was;
            corrections.Add(new Correction(
                offset + text.Length, stands.Length, was, verdict.Now, verdict.Confidence, isApplied, verdict.Second, verdict.Reason));
            evidence.Add(verdict.Evidence);
            text.Append(stands);
            done = piece.Start + piece.Length;
        }

        return (text.Append(asRead, done, asRead.Length - done).ToString(), corrections, evidence);
    }
}
