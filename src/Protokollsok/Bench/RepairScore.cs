using System.Globalization;
using Protokollsok.Documents;
using Protokollsok.Repair;

namespace Protokollsok.Bench;

/// <summary>How many words of some pages are as printed: as read, with what was applied, and with all that was suggested. Case and the signs around a word do not count.</summary>
internal sealed class RepairScore
{
    private int _documents;

    public int Words { get; private set; }

    public int Raw { get; private set; }

    /// <summary>The words that differ from print, if at all, in what lost marks explain: how many, and how many of them are right.</summary>
    public (int Words, int Raw, int Applied, int All) LostMarks { get; private set; }

    public int Applied { get; private set; }

    public int All { get; private set; }

    /// <summary>Words that were as printed and are no longer.</summary>
    public int Harmed { get; private set; }

    /// <summary>Changed words that hold more than one digit.</summary>
    public int Numbers { get; private set; }

    public int Letters { get; private set; }

    /// <summary>Letters and signs that are other than printed, with what was applied and with all.</summary>
    public int Errors { get; private set; }

    public int ErrorsOfAll { get; private set; }

    /// <summary>Pages that a second repair changes further.</summary>
    public int Unsettled { get; set; }

    public List<JudgedChange> Changes { get; } = [];

    public Dictionary<string, int> Misses { get; } = new(StringComparer.Ordinal);

    public static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Begins the next document.</summary>
    public void NextDocument() => _documents++;

    public void Add(string read, string printed, RepairedPage repaired)
    {
        var truth = WordsOf(printed);
        var (before, now, all) = (new Side(read, truth), new Side(repaired.Text, truth), new Side(WithSuggestions(repaired), truth));
        Words += truth.Length;
        Letters += truth.Sum(word => word.Length);
        Raw += before.Right;
        var lost = Enumerable.Range(0, truth.Length).Where(before.DiffersInMarks).ToList();
        LostMarks = (LostMarks.Words + lost.Count, LostMarks.Raw + lost.Count(before.IsRight), LostMarks.Applied + lost.Count(now.IsRight), LostMarks.All + lost.Count(all.IsRight));
        Applied += now.Right;
        All += all.Right;
        Errors += now.Errors;
        ErrorsOfAll += all.Errors;
        Harmed += Enumerable.Range(0, truth.Length).Count(word => before.IsRight(word) && !now.IsRight(word));
        foreach (var place in Enumerable.Range(0, truth.Length).Where(place => !now.IsRight(place)))
        {
            var miss = $"{now.At(place)} ({truth[place]}){(all.IsRight(place) ? " held back" : "")}";
            Misses[miss] = Misses.GetValueOrDefault(miss) + 1;
        }

        foreach (var correction in repaired.Corrections) Add(correction, now, repaired);
    }

    public static bool Same(string one, string other) => string.Equals(Core(one), Core(other), StringComparison.OrdinalIgnoreCase);

    public static string Core(string word) => word.Trim(".,;:!?()[]\"”“’'‘»«-–—•*|_".ToCharArray()) is { Length: > 0 } core ? core : word;

    private void Add(Correction correction, Side now, RepairedPage page)
    {
        var word = now.WordAt(page.Text, correction.Start, Frame(correction.Was));
        var isRight = word is not null && Pieces(word).Any(piece => Pieces(correction.Now).Contains(piece, StringComparer.OrdinalIgnoreCase));
        var told = string.Create(CultureInfo.InvariantCulture, $"{correction.Was} → {correction.Now} ({word}) {correction.Confidence:0.0000} {correction.Second} [{correction.Reason}]{(correction.Applied ? " APPLIED" : "")}");
        var evidence = page.Evidence.TryGetValue(correction.Start, out var numbers) ? numbers : [];
        Changes.Add(new JudgedChange(_documents, correction.Was, correction.Now, word, correction.Confidence, correction.Applied, isRight, evidence, told));
        if (correction.Applied && correction.Was.Count(char.IsDigit) > 1) Numbers++;
    }

    /// <summary>The word without å, ä, ö and whatever is read for them.</summary>
    private static string Frame(string word) => string.Concat(Core(word).ToLowerInvariant().Where(letter => !"aåäáéeoöódi46&#01".Contains(letter, StringComparison.Ordinal)));

    private static IEnumerable<string> Pieces(string word)
    {
        for (int i = 0, start = 0; i <= word.Length; i++)
        {
            if (i < word.Length && (char.IsLetterOrDigit(word[i]) || word[i] is '§')) continue;
            if (i > start) yield return word[start..i];
            start = i + 1;
        }
    }

    private static string WithSuggestions(RepairedPage page)
    {
        var text = page.Text;
        foreach (var correction in page.Corrections.Where(correction => !correction.Applied).Reverse())
            text = string.Concat(text.AsSpan(0, correction.Start), correction.Now, text.AsSpan(correction.Start + correction.Length));
        return text;
    }

    /// <summary>One state of a page beside what was printed.</summary>
    private sealed class Side
    {
        private readonly string[] _words, _truth;
        private readonly int[] _aligned, _byTruth;
        private int _passed, _begun;

        private static readonly int[] s_beside = [0, 1, -1, 2, -2];

        public Side(string text, string[] truth)
        {
            (_words, _truth) = (WordsOf(text), truth);
            _aligned = WordAlignment.Of(_words, truth);
            _byTruth = new int[truth.Length];
            Array.Fill(_byTruth, -1);
            foreach (var (word, place) in _aligned.Index().Where(pair => pair.Item >= 0)) _byTruth[place] = word;
            Errors = _words.Where((_, word) => _aligned[word] < 0).Sum(word => word.Length)
                + Enumerable.Range(0, truth.Length).Sum(place => _byTruth[place] < 0 ? truth[place].Length : EditDistance.Between(_words[_byTruth[place]].ToLowerInvariant(), truth[place].ToLowerInvariant()));
        }

        public int Errors { get; }

        public int Right => Enumerable.Range(0, _truth.Length).Count(IsRight);

        public bool IsRight(int place) => _byTruth[place] >= 0 && Same(_words[_byTruth[place]], _truth[place]);

        /// <summary>Whether the word is the printed one but for the letters that lost marks change.</summary>
        public bool DiffersInMarks(int place) => _byTruth[place] >= 0 && Frame(_words[_byTruth[place]]) == Frame(_truth[place]);

        public string At(int place) => _byTruth[place] < 0 ? "–" : _words[_byTruth[place]];

        /// <summary>
        /// What was printed where a character of the text stands, <see langword="null"/> where nothing was; to be asked from left to right. Of the words beside it
        /// one that has the frame of what was read goes before one that has not: no alignment is without faults.
        /// </summary>
        public string? WordAt(string text, int at, string frame)
        {
            while (at > _passed)
            {
                if (!char.IsWhiteSpace(text[_passed]) && (_passed == 0 || char.IsWhiteSpace(text[_passed - 1]))) _begun++;
                _passed++;
            }

            var word = at > 0 && !char.IsWhiteSpace(text[at - 1]) ? _begun - 1 : _begun;
            if (word >= _aligned.Length) return null;
            var place = _aligned[word] >= 0 ? _aligned[word] : Array.FindLastIndex(_aligned, word, other => other >= 0) is var before and >= 0 ? _aligned[before] : 0;
            var beside = frame.Length == 0 ? -1 : s_beside.Select(step => place + step).FirstOrDefault(near => near >= 0 && near < _truth.Length && Frame(_truth[near]) == frame, -1);
            return beside >= 0 ? _truth[beside] : _aligned[word] >= 0 ? _truth[place] : null;
        }
    }
}
