using System.Buffers;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Weighs the words of a row against one another by what stands before and after them: forward–backward over pairs of neighbours
/// with the model's triples. These are asked for once, however often the row is weighed. For one thread.
/// </summary>
internal sealed class Lattice : IDisposable
{
    private readonly Place[] _places;
    private readonly int[] _words;
    private readonly double[] _logNext, _forward, _backward;

    /// <param name="model">Knows what stands beside what.</param>
    /// <param name="row">By place: the words that may stand there.</param>
    public Lattice(SwedishModel model, IReadOnlyList<Candidate[]> row)
    {
        _places = new Place[row.Count];
        var (end, beforeThat, before) = (default(Place), 1, 1);
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = end with { Count = row[i].Length, HasChoice = beforeThat * before * row[i].Length > 1 };
            end = _places[i].End(beforeThat, before);
            (beforeThat, before) = (before, row[i].Length);
        }

        Words = end.Word;
        _words = ArrayPool<int>.Shared.Rent(end.Word);
        (_logNext, _forward, _backward) = (ArrayPool<double>.Shared.Rent(end.Triple), ArrayPool<double>.Shared.Rent(end.Pair), ArrayPool<double>.Shared.Rent(end.Pair));
        for (var i = 0; i < _places.Length; i++)
        {
            for (var c = 0; c < row[i].Length; c++) _words[_places[i].Word + c] = row[i][c].Word;
        }

        AskModel(model);
    }

    /// <summary>How many words all places have together.</summary>
    public int Words { get; }

    /// <summary>Where a place's words begin among all of them.</summary>
    public int First(int place) => _places[place].Word;

    /// <summary>For each word of each place, how likely it is there, 0–1; those of a place sum to 1.</summary>
    /// <param name="logOwn">How likely each is by itself, logarithm: spelling and misreading.</param>
    public double[] Posteriors(ReadOnlySpan<double> logOwn)
    {
        SumForward(logOwn);
        SumBackward(logOwn);
        var posteriors = new double[Words];
        for (var i = 0; i < _places.Length; i++) Posterior(i, posteriors.AsSpan(_places[i].Word, _places[i].Count));
        return posteriors;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_words);
        ArrayPool<double>.Shared.Return(_logNext);
        ArrayPool<double>.Shared.Return(_forward);
        ArrayPool<double>.Shared.Return(_backward);
    }

    /// <summary>Where nothing is to be chosen, likelihood changes nothing and is not asked for.</summary>
    private void AskModel(SwedishModel model)
    {
        ReadOnlySpan<int> boundary = [model.Boundary];
        Span<WordPair> pairs = stackalloc WordPair[CandidateFinder.Most];
        for (var i = 0; i < _places.Length; i++)
        {
            if (!_places[i].HasChoice) continue;
            var at = _places[i].Triple;
            var beforeThat = WordsAt(i - 2, boundary);
            foreach (var b in WordsAt(i - 1, boundary))
            {
                for (var a = 0; a < beforeThat.Length; a++) pairs[a] = model.After(beforeThat[a], b);
                foreach (var c in WordsAt(i, boundary))
                {
                    var logAfterOne = model.LogProbability(b, c);
                    foreach (ref readonly var pair in pairs[..beforeThat.Length]) _logNext[at++] = model.LogProbability(pair, c, logAfterOne);
                }
            }
        }
    }

    /// <summary>By place, then by the word before × words + the word: all ways that lead there.</summary>
    private void SumForward(ReadOnlySpan<double> logOwn)
    {
        Span<double> ways = stackalloc double[CandidateFinder.Most];
        for (var i = 0; i < _places.Length; i++)
        {
            var here = _places[i];
            var (beforeThat, before) = (CountAt(i - 2), CountAt(i - 1));
            if (!here.HasChoice)
            {
                _forward[here.Pair] = (i > 0 ? _forward[_places[i - 1].Pair] : 0) + logOwn[here.Word];
                continue;
            }

            var (at, next) = (here.Pair, here.Triple);
            for (var b = 0; b < before; b++)
            {
                for (var c = 0; c < here.Count; c++)
                {
                    for (var a = 0; a < beforeThat; a++) ways[a] = (i > 0 ? _forward[_places[i - 1].Pair + (a * before) + b] : 0) + _logNext[next++];
                    _forward[at++] = LogSum(ways[..beforeThat]) + logOwn[here.Word + c];
                }
            }
        }
    }

    /// <summary>Indexed like the forward sums: all ways that lead on.</summary>
    private void SumBackward(ReadOnlySpan<double> logOwn)
    {
        Span<double> ways = stackalloc double[CandidateFinder.Most];
        for (var i = _places.Length - 1; i >= 0; i--)
        {
            var (here, before) = (_places[i], CountAt(i - 1));
            if (i == _places.Length - 1)
            {
                _backward.AsSpan(here.Pair, before * here.Count).Clear();
                continue;
            }

            var next = _places[i + 1];
            if (!next.HasChoice)
            {
                _backward[here.Pair] = _backward[next.Pair] + logOwn[next.Word];
                continue;
            }

            for (var b = 0; b < before; b++)
            {
                for (var c = 0; c < here.Count; c++)
                {
                    for (var d = 0; d < next.Count; d++)
                        ways[d] = _backward[next.Pair + (c * next.Count) + d] + logOwn[next.Word + d] + _logNext[next.Triple + (((c * next.Count) + d) * before) + b];
                    _backward[here.Pair + (b * here.Count) + c] = LogSum(ways[..next.Count]);
                }
            }
        }
    }

    private void Posterior(int place, Span<double> posterior)
    {
        var (here, pairs) = (_places[place], CountAt(place - 1) * _places[place].Count);
        if (pairs == 1)
        {
            posterior[0] = 1;
            return;
        }

        Span<double> logs = stackalloc double[CandidateFinder.Most * CandidateFinder.Most];
        logs = logs[..pairs];
        for (var i = 0; i < pairs; i++) logs[i] = _forward[here.Pair + i] + _backward[here.Pair + i];
        var total = LogSum(logs);
        for (var first = 0; first < pairs; first += here.Count)
        {
            for (var i = 0; i < here.Count; i++) posterior[i] += Math.Exp(logs[first + i] - total);
        }
    }

    private ReadOnlySpan<int> WordsAt(int place, ReadOnlySpan<int> boundary) => place >= 0 ? _words.AsSpan(_places[place].Word, _places[place].Count) : boundary;

    private int CountAt(int place) => place >= 0 ? _places[place].Count : 1;

    private static double LogSum(ReadOnlySpan<double> logs)
    {
        if (logs.Length == 1) return logs[0];
        if (logs.Length == 2) return Math.Max(logs[0], logs[1]) + Math.Log(1 + (logs[0] == logs[1] ? 1 : Math.Exp(Math.Min(logs[0], logs[1]) - Math.Max(logs[0], logs[1]))));
        var most = double.NegativeInfinity;
        foreach (var log in logs) most = Math.Max(most, log);
        double sum = 0;
        foreach (var log in logs) sum += log == most ? 1 : Math.Exp(log - most);
        return most + Math.Log(sum);
    }

    /// <summary>Where a place's numbers begin in the arrays of all: its words, its pairs with the word before, its triples.</summary>
    /// <param name="HasChoice">Whether there is more than one such triple.</param>
    private readonly record struct Place(int Word, int Pair, int Triple, int Count, bool HasChoice)
    {
        /// <summary>Where the next place's begin.</summary>
        public Place End(int beforeThat, int before) =>
            new(Word + Count, Pair + (before * Count), Triple + (HasChoice ? beforeThat * before * Count : 0), 0, false);
    }
}
