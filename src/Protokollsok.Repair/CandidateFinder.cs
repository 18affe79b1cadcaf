using System.Collections.Concurrent;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>
/// Finds what a word as read may have been: words of the lexicon, compounds, and spellings for the rest. Thread-safe; remembers what it
/// found.
/// </summary>
/// <param name="model">What words there are.</param>
/// <param name="dictionary">What other words there are.</param>
/// <param name="weights">What is known of the damage before a document is.</param>
/// <param name="local">What words the place has.</param>
/// <param name="spellings">Spellings for a word that nobody knows, in lower case, the word itself not needed among them.</param>
internal sealed class CandidateFinder(SwedishModel model, ListedWords dictionary, ConfusionWeights weights, LocalWords local, Func<string, IEnumerable<(string Text, byte[] Confusions)>> spellings)
{
    /// <summary>No word has more candidates.</summary>
    public const int Most = 8;

    private const int ShortestCompound = 5, CommonCount = 100;

    /// <summary>Of unknown words, which share compounds are; the rest is spelled. Names are rarely compounds of words.</summary>
    private const double CompoundShare = 0.6, CompoundShareOfNames = 0.1;

    /// <summary>Names follow the letters of Swedish words less than words do.</summary>
    private const double NameFlatness = 0.75;

    /// <summary>How far unknown candidates are believed to differ: parts and letters are no independent witnesses.</summary>
    private const double Temper = 0.65;

    /// <summary>So many words are remembered, some 30 MB; then all are forgotten.</summary>
    private const int MostRemembered = 60_000;

    /// <summary>With this many words of a place known, they weigh as much as all others.</summary>
    private const double TrustedWords = 1_000_000;

    /// <summary>What has a capital that often inside sentences is never meant without.</summary>
    public const double ShareOfName = 0.9;

    /// <summary>What is this much less likely than the best candidate, logarithm, no neighbour brings back.</summary>
    private const double Hopeless = 16;

    private readonly LocalSearch _local = new(local);
    private readonly DictionarySearch _dictionary = new(model, dictionary, weights);
    private int _remembered;
    private readonly ConcurrentDictionary<(string, bool), Candidate[]> _found = new();

    /// <summary>What is known of the damage before a document is.</summary>
    public ConfusionWeights Weights => weights;

    /// <summary>What other words there are than the model's.</summary>
    public ListedWords Dictionary => dictionary;

    /// <summary>What stands beside what at the place.</summary>
    public LocalPairs Pairs => local.Pairs;

    /// <summary>The likeliest candidates; the first is the word as it was read. No name is taken for a word with a small letter.</summary>
    /// <param name="isOpen">Whether a hyphen follows.</param>
    public Candidate[] Find(SeenWord word, bool isOpen)
    {
        ref var known = ref word.Candidates(ReferenceEquals(weights, ConfusionWeights.Light), isOpen);
        return known ??= word.BeginsSmall ? [.. Find(word.Lower, isOpen).Where((candidate, i) => i == 0 || !candidate.IsOnlyName)] : Find(word.Lower, isOpen);
    }

    /// <summary>The same for a word that may stand in no text, or where nothing has its capital.</summary>
    /// <param name="seen">Lower case.</param>
    public Candidate[] Find(string seen, bool isOpen)
    {
        if (_found.TryGetValue((seen, isOpen), out var candidates)) return candidates;
        if (Interlocked.Increment(ref _remembered) >= MostRemembered) Forget();
        return _found[(seen, isOpen)] = Search(seen, isOpen);
    }

    /// <summary>The word as it was read and no other.</summary>
    public Candidate[] Alone(SeenWord word) => word.Alone ??= [new Candidate(word.Lower, word.Entry >= 0 ? word.Entry : model.Unknown, 0, 0, false, [])];

    private void Forget()
    {
        _found.Clear();
        _remembered = 0;
    }

    private Candidate[] Search(string seen, bool isOpen)
    {
        var lexicon = new LexiconSearch(model, weights);
        var matches = lexicon.Matches(seen, 0);
        var words = matches
            .Where(match => match.End == seen.Length && model.CountOf(match.Entry) > 0)
            .Select(Known)
            .ToList();
        words.AddRange(Local(seen, words));
        if (!words.Exists(IsCommon)) words.AddRange(_dictionary.Find(seen, isOpen).Where(listed => !words.Exists(word => word.Text == listed.Text)));
        var unknown = new Dictionary<string, (double Log, byte[] Confusions)>(StringComparer.Ordinal)
        {
            [seen] = (double.NegativeInfinity, OwnConfusions(seen)),
        };
        if (isOpen || (seen.Length >= ShortestCompound && !words.Exists(IsCommon)))
        {
            foreach (var compound in new CompoundSearch(model, lexicon, dictionary, weights).Find(seen, matches, isOpen))
                unknown[compound.Text] = (compound.LogParts, compound.Confusions);
        }

        if (words.Count == 0 && seen.All(IsSpellable) && !IsNumbered(seen))
        {
            foreach (var (text, confusions) in spellings(seen)) unknown.TryAdd(text, (double.NegativeInfinity, confusions));
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (unknown.Remove(words[i].Text, out var parts) && words[i].IsListed) words[i] = WithParts(words[i], parts.Log);
        }

        words.AddRange(Tempered(unknown.Select(pair => Unknown(pair.Key, pair.Value.Log, pair.Value.Confusions)).ToList()));
        var least = words.Max(Rank) - Hopeless;
        return [.. words.Where(word => word.Text == seen || Rank(word) >= least).OrderByDescending(word => word.Text == seen).ThenByDescending(Rank).DistinctBy(word => word.Text).Take(Most)];
    }

    private Candidate Known(LexiconMatch match)
    {
        var isOnlyName = model.CapitalShare(match.Entry) >= ShareOfName && !dictionary.UsesOf(match.Text).HasFlag(WordUses.Word);
        var word = new Candidate(match.Text, match.Entry, 0, 0, false, match.Confusions) { IsOnlyName = isOnlyName };
        return _local.Count(match.Text) is var count and > 0 ? word with { LocalCount = count, LogLocal = LogLocal(count, match.Entry) } : word;
    }

    /// <summary>Words of the place that the lexicon does not hold; those met often enough are as good as its own.</summary>
    private List<Candidate> Local(string seen, List<Candidate> known)
    {
        var words = _local.Find(seen).Where(found => !known.Exists(word => word.Text == found.Text));
        return [.. words.Select(found => new Candidate(found.Text, model.Unknown, _local.LogShare(found.Count), _local.LogShare(found.Count), false, found.Confusions) { LocalCount = found.Count })];
    }

    /// <summary>The place's own share of a word weighs the more, the more of its text is known.</summary>
    private double LogLocal(int count, int entry)
    {
        var trust = local.Total / (local.Total + TrustedWords);
        return Math.Log(1 - trust + (trust * count / Math.Max(local.Total, 1) / Math.Exp(model.LogProbability(entry))));
    }

    /// <summary>Beside a word that common, nobody put together one that looks like it.</summary>
    private bool IsCommon(Candidate word) => model.CountOf(word.Word) >= CommonCount;

    private double Rank(Candidate candidate) =>
        model.LogProbability(candidate.Word) + Math.Max(candidate.LogSpelling, candidate.LogName) + candidate.LogLocal + weights.Sum(candidate.Confusions);

    private Candidate Unknown(string text, double logCompound, byte[] confusions)
    {
        var letters = model.LogSpelling(text);
        var logUnlisted = _dictionary.LogUnlisted(text.Length);
        var asWord = logUnlisted + Mixed(CompoundShare, logCompound, letters);
        var asName = logUnlisted + Mixed(CompoundShareOfNames, logCompound, NameFlatness * letters);
        return new Candidate(text, model.Unknown, asWord, asName, double.IsFinite(logCompound), confusions);
    }

    /// <summary>A word of the dictionary that is a compound as well.</summary>
    private Candidate WithParts(Candidate listed, double logCompound) => listed with
    {
        LogSpelling = Math.Max(listed.LogSpelling, _dictionary.LogUnlisted(listed.Text.Length) + Math.Log(CompoundShare) + logCompound),
        LogName = Math.Max(listed.LogName, _dictionary.LogUnlisted(listed.Text.Length) + Math.Log(CompoundShareOfNames) + logCompound),
    };

    private static double Mixed(double compoundShare, double logCompound, double logLetters)
    {
        var (a, b) = (Math.Log(compoundShare) + logCompound, Math.Log(1 - compoundShare) + logLetters);
        return Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
    }

    private IEnumerable<Candidate> Tempered(List<Candidate> unknown)
    {
        if (unknown.Count == 0) return unknown;
        var (most, mostName) = (unknown.Max(candidate => candidate.LogSpelling), unknown.Max(candidate => candidate.LogName));
        return Marked(unknown.ConvertAll(candidate => candidate with
        {
            LogSpelling = most + (Temper * (candidate.LogSpelling - most)),
            LogName = mostName + (Temper * (candidate.LogName - mostName)),
        }));
    }

    /// <summary>Of candidates that are the same without å ä ö, the letters around each mark say more than parts and sequences do.</summary>
    private IEnumerable<Candidate> Marked(List<Candidate> unknown)
    {
        foreach (var alike in unknown.GroupBy(candidate => candidate.Folded, StringComparer.Ordinal).Select(group => group.ToList()))
        {
            var words = Shares(alike.ConvertAll(candidate => candidate.LogSpelling), alike.ConvertAll(candidate => model.LogMarks(candidate.Text)));
            var names = Shares(alike.ConvertAll(candidate => candidate.LogName), alike.ConvertAll(candidate => model.LogMarks(candidate.Text, isName: true)));
            for (var i = 0; i < alike.Count; i++) yield return alike[i] with { LogSpelling = words[i], LogName = names[i] };
        }
    }

    /// <summary>What the candidates have together, divided among them anew; below 0, which is a known word's.</summary>
    private static List<double> Shares(List<double> logs, List<double> marks)
    {
        var own = logs.Zip(marks, (log, mark) => log + mark).ToList();
        var shift = LogSum(logs) - LogSum(own);
        return own.ConvertAll(log => Math.Min(log + shift, -double.Epsilon));
    }

    private static double LogSum(List<double> logs) => logs.Max() + Math.Log(logs.Sum(log => Math.Exp(log - logs.Max())));

    /// <summary>An å that was read as å is a letter that came through.</summary>
    private static byte[] OwnConfusions(string seen) =>
    [
        .. seen.Where(letter => letter is 'å' or 'ä' or 'ö').Select(letter => (byte)ConfusionTable.SoundForm(letter)),
    ];

    private static bool IsSpellable(char c) => char.IsLetter(c) || c is '6' or ConfusionTable.Lost;

    /// <summary>A word and its number (<c>plan6</c>), or what cannot be told from it.</summary>
    private bool IsNumbered(string seen) => seen[^1] == '6' && (model.Find(seen.AsSpan(0, seen.Length - 1)) >= 0 || !seen.EndsWith("sj6", StringComparison.Ordinal));
}
