namespace Protokollsok.Language;

/// <summary>
/// The statistical model of Swedish: a lexicon with counts, what stands beside words that are easily confused, the parts of compounds, and
/// sequences of letters. One memory-mapped file, opened in a few milliseconds. Thread-safe. Logarithms are natural.
/// </summary>
public sealed class SwedishModel : ILexicon, IDisposable
{
    private readonly ModelFile _file;
    private readonly WordPrefix _root;
    private readonly LetterSequences _letters;
    private readonly WordMarks _marks;
    private readonly double _total, _firstTotal, _lastTotal;

    /// <summary>By the step of a word's count (<see cref="LogScale"/>): how likely it is without its neighbours, logarithm.</summary>
    private readonly double[] _logWord = new double[256];

    private SwedishModel(ModelFile file)
    {
        _file = file;
        var scalars = file.Section<double>(ModelSection.Scalars);
        _root = new WordPrefix((int)scalars[0], 0, false);
        (_total, _firstTotal, _lastTotal) = (scalars[1], scalars[2], scalars[3]);
        WordCount = file.Section<byte>(ModelSection.Counts).Length - SpecialCount;
        _letters = new LetterSequences(file);
        _marks = new WordMarks(file);
        for (var step = 0; step < _logWord.Length; step++) _logWord[step] = Math.Log(Math.Max(LogScale.Count((byte)step), 0.5) / _total);
    }

    internal const int SpecialCount = 4;

    /// <summary>How many entries the lexicon holds; they are numbered from 0 in alphabetical order.</summary>
    public int WordCount { get; }

    /// <summary>The number under which a text's numbers (<c>4</c>, <c>2014-225</c>) are counted, but for years.</summary>
    public int Number => WordCount;

    /// <summary>The beginning and the end of a sentence.</summary>
    public int Boundary => WordCount + 1;

    /// <summary>Any word that the lexicon does not hold.</summary>
    public int Unknown => WordCount + 2;

    /// <summary>The empty prefix, from which all words are spelled.</summary>
    public WordPrefix Root => _root;

    /// <summary>The number under which years are counted, since other words stand beside them (<c>år 2018</c>, <c>är 4</c>).</summary>
    public int Year => WordCount + 3;

    /// <summary>What a text's number is counted as: <see cref="Year"/> or <see cref="Number"/>.</summary>
    /// <param name="number">As printed, signs around it allowed.</param>
    public int NumberOrYear(ReadOnlySpan<char> number) => IsYear(number) ? Year : Number;

    /// <summary>Opens a model file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or no model of this version.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SwedishModel Open(string path) => new(ModelFile.Open(path));

    /// <summary>Opens the model that lies beside the program, <c>Data/swedish.model</c>.</summary>
    /// <inheritdoc cref="Open"/>
    public static SwedishModel OpenDefault() => Open(Path.Combine(AppContext.BaseDirectory, "Data", "swedish.model"));

    /// <summary>How often the word (lower case) stands in the corpus, to about 3 %; 0 for an unknown one.</summary>
    public int Count(ReadOnlySpan<char> word) => Find(word) is var number and >= 0 ? CountOf(number) : 0;

    /// <summary>The number of a lower-case word; -1 for one that the lexicon does not hold.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var at = _root;
        var walk = Walk;
        foreach (var letter in word)
        {
            if (!walk.TryStep(at, letter, out at)) return -1;
        }

        return at.IsEntry && CountOf(at.Number) > 0 ? at.Number : -1;
    }

    /// <summary>The lexicon, to be walked letter by letter from <see cref="Root"/>.</summary>
    public LexiconWalk Walk => new(_file.Section<uint>(ModelSection.Edges), _file.Section<uint>(ModelSection.Before));

    /// <summary>One letter further into the lexicon.</summary>
    public bool TryStep(WordPrefix from, char letter, out WordPrefix to) => Walk.TryStep(from, letter, out to);

    /// <summary>How often the entry stands in the corpus as a word; 0 for one that is only a part of compounds.</summary>
    public int CountOf(int number) => (int)Math.Round(LogScale.Count(_file.Section<byte>(ModelSection.Counts)[number]));

    /// <summary>Which share of the word's places inside sentences has a capital, 0–1; all capitals do not count.</summary>
    public double CapitalShare(int number) => _file.Section<byte>(ModelSection.Capitals)[number] / 255.0;

    /// <summary>Whether compounds were seen that begin (or go on) with the entry.</summary>
    public bool CanBeginCompound(int number) => _file.Section<byte>(ModelSection.FirstParts)[number] > 0;

    /// <summary>
    /// How likely a compound begins (or goes on) with the entry, linking letters included; minus infinity if none was seen to.
    /// </summary>
    public double LogFirstPart(int number) => Math.Log(LogScale.Count(_file.Section<byte>(ModelSection.FirstParts)[number]) / _firstTotal);

    /// <summary>How likely a compound ends with the entry; minus infinity if none was seen to.</summary>
    public double LogLastPart(int number) => Math.Log(LogScale.Count(_file.Section<byte>(ModelSection.LastParts)[number]) / _lastTotal);

    /// <summary>How likely an unknown word is spelled so, by its letters; the word in lower case.</summary>
    public double LogSpelling(ReadOnlySpan<char> word) => _letters.LogProbability(word);

    /// <summary>The beginning of an unknown word, in lower case, looked up once for all letters that may follow it.</summary>
    public LetterContext LettersBefore(ReadOnlySpan<char> beginning) => _letters.Before(beginning);

    /// <summary>How likely a letter, in lower case, follows those.</summary>
    public double LogNextLetter(in LetterContext before, char letter) => _letters.LogNext(before, letter);

    /// <summary>How likely the word is without its neighbours.</summary>
    public double LogProbability(int word) => _logWord[_file.Section<byte>(ModelSection.Counts)[word]];

    /// <summary>How likely the word is after another.</summary>
    public double LogProbability(int before, int word) =>
        NgramTable.TryFind(_file.Section<uint>(ModelSection.Pairs), NgramTable.Key(before, word), out var found, out _)
            ? LogScale.LogProbability(found)
            : LogScale.LogWeight(_file.Section<byte>(ModelSection.Weights)[before]) + LogProbability(word);

    /// <summary>How likely the word is after two others, in their order.</summary>
    public double LogProbability(int beforeThat, int before, int word) => LogProbability(After(beforeThat, before), word, LogProbability(before, word));

    /// <summary>Two words, looked up once for all that may stand after them.</summary>
    public WordPair After(int first, int second)
    {
        var key = NgramTable.Key(first, second);
        return NgramTable.TryFind(_file.Section<uint>(ModelSection.Pairs), key, out _, out var weight)
            ? new WordPair(true, key, LogScale.LogWeight(weight))
            : new WordPair(false, key, 0);
    }

    /// <summary>The weights of <see cref="SurroundingFeatures"/>.</summary>
    internal ReadOnlySpan<sbyte> SurroundingWeights => _file.Section<sbyte>(ModelSection.Surroundings);

    /// <summary>How likely an unknown word (lower case) has its marks where it has them, among all that are the same without å ä ö.</summary>
    /// <param name="isName">Whether it stands where only a name does.</param>
    public double LogMarks(string word, bool isName = false) => _marks.Log(word, isName);

    /// <summary>How likely the word is after two others.</summary>
    /// <param name="logAfterOne">How likely it is after the second of them alone, as <see cref="LogProbability(int, int)"/> says.</param>
    public double LogProbability(in WordPair before, int word, double logAfterOne) =>
        before.IsKnown && NgramTable.TryFind(_file.Section<uint>(ModelSection.Triples), NgramTable.Key(before.Key, word), out var found, out _)
            ? LogScale.LogProbability(found)
            : before.LogWeight + logAfterOne;

    internal static bool IsYear(ReadOnlySpan<char> number) =>
        number.Trim(".,;:()?!") is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
