using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>Puts words together to a line, NFC, one blank between two, a tab between cells, each word with its span.</summary>
internal sealed class LineText
{
    private readonly StringBuilder _text = new();
    private readonly List<WordReading> _words = [];

    /// <summary>Adds a word at the end. A text that holds blanks is as many words over one box; an empty one is none.</summary>
    /// <param name="startsCell">Whether so wide a gap is before it that what follows belongs to another column.</param>
    public void Add(string text, Box box, double confidence, string witness, bool startsCell = false)
    {
        foreach (var word in Nfc.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (_text.Length > 0) _text.Append(startsCell ? '\t' : ' ');
            startsCell = false;
            _words.Add(new WordReading(_text.Length, word.Length, box, confidence, witness));
            _text.Append(word);
        }
    }

    /// <summary>The line, or <see langword="null"/> if it got no word.</summary>
    public LineReading? ToLine() => _words.Count == 0 ? null : new LineReading(_text.ToString(), [.. _words]);
}
