namespace Protokollsok.Reading.Recognition;

/// <summary>The words of a line as one run of characters without blanks, each of which knows its word.</summary>
internal sealed class Letters
{
    private readonly IReadOnlyList<SeenWord> _words;
    private readonly List<int> _wordOf = [];

    public Letters(IReadOnlyList<SeenWord> words)
    {
        _words = words;
        for (int i = 0; i < words.Count; i++) _wordOf.AddRange(Enumerable.Repeat(i, words[i].Text.Length));
        Text = string.Concat(words.Select(word => word.Text));
    }

    public string Text { get; }

    public SeenWord WordAt(int index) => _words[_wordOf[index]];

    public bool StartsWord(int index) => index == 0 || _wordOf[index] != _wordOf[index - 1];

    /// <summary>Confidence of the least sure word there, 0–1.</summary>
    public double Sureness(int start, int length) =>
        Enumerable.Range(start, length).Select(index => WordAt(index).Confidence).DefaultIfEmpty(0).Min();

    /// <summary>Likewise; of nothing, that of what stands around the place.</summary>
    public double SurenessAt(int start, int length) =>
        length > 0 ? Sureness(start, length) : Sureness(Math.Max(0, start - 1), Math.Min(Text.Length, start + 1) - Math.Max(0, start - 1));
}
