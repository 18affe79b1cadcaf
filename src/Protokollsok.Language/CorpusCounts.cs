using System.Runtime.InteropServices;

namespace Protokollsok.Language;

/// <summary>Every word of a corpus with its counts, and the corpus as a row of the words' numbers.</summary>
internal sealed class CorpusCounts
{
    /// <summary>In <see cref="Text"/>: a number, the border of a sentence, what is no word, a year.</summary>
    public const int NumberToken = -1, BoundaryToken = -2, SkippedToken = -3, YearToken = -4;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<WordCount> _words = [];
    private readonly List<string> _spellings = [];
    private readonly List<int> _text = [];
    private readonly List<PlaceLook> _looks = [];
    private readonly List<int> _starts = [];
    private int _documents;
    private bool _inside, _continues;

    public CorpusCounts() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lower-case words by number.</summary>
    public IReadOnlyList<string> Spellings => _spellings;

    public ReadOnlySpan<WordCount> Words => CollectionsMarshal.AsSpan(_words);

    public ReadOnlySpan<int> Text => CollectionsMarshal.AsSpan(_text);

    /// <summary>How each place of <see cref="Text"/> is written.</summary>
    public ReadOnlySpan<PlaceLook> Looks => CollectionsMarshal.AsSpan(_looks);

    /// <summary>Where in <see cref="Text"/> each document begins.</summary>
    public ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(_starts);

    public void Add(IReadOnlyList<string> document)
    {
        _documents++;
        _starts.Add(_text.Count);
        foreach (var line in document) AddLine(line);
        Border();
    }

    /// <summary>A line that begins with a small letter goes on with the sentence before it.</summary>
    private void AddLine(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.IsEmpty || !char.IsLower(text[0])) Border();
        var breaksWord = text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]);
        foreach (var range in text.Split(' '))
        {
            var chunk = text[range];
            var isCut = _continues || (breaksWord && range.End.Value == text.Length);
            _continues = false;
            if (isCut) Skip();
            else AddChunk(chunk);
        }

        _continues = breaksWord;
    }

    private void AddChunk(ReadOnlySpan<char> chunk)
    {
        var before = _text.Count;
        if (chunk.ContainsAny("@_/\\")) Skip();
        else if (chunk.ContainsAnyInRange('0', '9')) AddNumber(chunk);
        else AddWords(chunk);
        AddSigns(chunk, before);
        if (!chunk.IsEmpty && ".!?:".Contains(chunk.TrimEnd("\"”’)»") is [.., var last] ? last : ' ', StringComparison.Ordinal)) Border();
    }

    /// <summary>What stands between the chunk's words and their neighbours.</summary>
    /// <param name="before">Where in the text the chunk begins.</param>
    private void AddSigns(ReadOnlySpan<char> chunk, int before)
    {
        if (before == 0 || chunk.IsEmpty) return;
        var looks = CollectionsMarshal.AsSpan(_looks);
        looks[before - 1] = looks[before - 1].Before(chunk);
        looks[^1] = looks[^1].After(chunk);
    }

    private void AddWords(ReadOnlySpan<char> chunk)
    {
        while (!chunk.IsEmpty)
        {
            var length = 0;
            while (length < chunk.Length && char.IsLetter(chunk[length])) length++;
            if (length > 0) AddWord(chunk[..length]);
            chunk = chunk[Math.Max(length, 1)..];
        }
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[64];
        if (word.Length > lower.Length)
        {
            Skip();
            return;
        }

        lower = lower[..word.ToLowerInvariant(lower)];
        var number = NumberOf(lower);
        Append(number, PlaceLook.Of(word));
        CollectionsMarshal.AsSpan(_words)[number].Add(_documents, _inside, char.IsUpper(word[0]), word.Length > 1 && char.IsUpper(word[1]));
        _inside = true;
    }

    private int NumberOf(ReadOnlySpan<char> lower)
    {
        if (_bySpan.TryGetValue(lower, out var number)) return number;
        number = _words.Count;
        _bySpan[lower] = number;
        _words.Add(default);
        _spellings.Add(lower.ToString());
        return number;
    }

    private void AddNumber(ReadOnlySpan<char> chunk)
    {
        Append(SwedishModel.IsYear(chunk) ? YearToken : NumberToken);
        _inside = true;
    }

    private void Skip()
    {
        Append(SkippedToken);
        _inside = true;
    }

    private void Append(int token, PlaceLook look = default)
    {
        _text.Add(token);
        _looks.Add(look);
    }

    private void Border()
    {
        if (_text.Count > 0 && _text[^1] != BoundaryToken) Append(BoundaryToken);
        _inside = false;
    }
}
