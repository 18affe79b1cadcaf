namespace Protokollsok.Reading.Recognition;

/// <summary>Puts a line together from two readings, and its words anew where a sign of the second was taken.</summary>
internal sealed class MergedLine(Letters mine, Letters theirs)
{
    private readonly List<(char Letter, bool StartsWord, SeenWord Word)> _letters = [];
    private bool _followsSign;

    /// <summary>
    /// Both have it. After a sign it is the second that knows whether a blank stands there, for the first saw no sign; but no letter
    /// stands close to one.
    /// </summary>
    public void Same(AlignedPiece piece)
    {
        bool inTheirs = _followsSign || IsOfSign(piece.Second);
        bool starts = _followsSign && !(mine.StartsWord(piece.First) && char.IsLetter(mine.Text[piece.First]))
            ? theirs.StartsWord(piece.Second)
            : mine.StartsWord(piece.First);
        _letters.Add((mine.Text[piece.First], starts, inTheirs ? theirs.WordAt(piece.Second) : mine.WordAt(piece.First)));
        _followsSign = false;
    }

    /// <summary>The signs of the second, or its digits, which are no signs.</summary>
    public void Take(AlignedPiece piece)
    {
        for (int i = piece.Second; i < piece.Second + piece.SecondLength; i++)
            _letters.Add((theirs.Text[i], theirs.StartsWord(i), theirs.WordAt(i)));
        _followsSign = piece.SecondLength > 0 && !char.IsAsciiDigit(theirs.Text[piece.Second + piece.SecondLength - 1]);
    }

    /// <summary>What the first has.</summary>
    public void Keep(AlignedPiece piece)
    {
        for (int i = piece.First; i < piece.First + piece.FirstLength; i++) _letters.Add((mine.Text[i], mine.StartsWord(i), mine.WordAt(i)));
        if (piece.FirstLength > 0) _followsSign = false;
    }

    public IReadOnlyList<SeenWord> Words()
    {
        var words = new List<SeenWord>();
        for (int start = 0, end; start < _letters.Count; start = end)
        {
            end = start + 1;
            while (end < _letters.Count && !_letters[end].StartsWord) end++;
            words.Add(Word(start, end));
        }

        return words;
    }

    /// <summary>Whether a sign was just taken from the word in which the second has this character.</summary>
    private bool IsOfSign(int second) => _letters is [.., var last] && ReferenceEquals(last.Word, theirs.WordAt(second));

    private SeenWord Word(int start, int end)
    {
        var sources = _letters[start..end].Select(letter => letter.Word).Distinct().ToList();
        string text = string.Concat(_letters[start..end].Select(letter => letter.Letter));
        return sources is [var only] && only.Text == text ? only : new SeenWord(text,
            sources.Select(word => word.Box).Aggregate((sum, box) => sum.Union(box)),
            sources.Min(word => word.Confidence),
            sources.Any(word => word.Witness == Models.Latin) ? Models.Latin : sources[0].Witness);
    }
}
