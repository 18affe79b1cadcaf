using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>How likely each of a token's candidates was read as the token, logarithms.</summary>
internal delegate void LogMisread(in Token token, ReadOnlySpan<Candidate> candidates, Span<double> logs);

/// <summary>A page that is read anew: its tokens, and what each may have been. For one thread.</summary>
internal sealed class RowOfWords : IDisposable
{
    private readonly Lattice _lattice;
    private readonly double[] _logOwn, _log;

    /// <param name="model">Knows what stands beside what.</param>
    /// <param name="tokens">The page.</param>
    /// <param name="candidates">By token.</param>
    /// <param name="logOwn">How likely each candidate is where it stands, but for its neighbours and the misreading; by token, then by candidate.</param>
    public RowOfWords(SwedishModel model, Token[] tokens, Candidate[][] candidates, double[] logOwn)
    {
        (Tokens, Candidates, _lattice) = (tokens, candidates, new Lattice(model, candidates));
        (_logOwn, _log) = (logOwn, new double[logOwn.Length]);
    }

    public Token[] Tokens { get; }

    /// <summary>By token.</summary>
    public Candidate[][] Candidates { get; }

    /// <summary>How likely the candidates are, 0–1, at one estimate of the damage; by token, then by candidate.</summary>
    /// <param name="logContext">What is added for a candidate, in the same order.</param>
    public double[] Posteriors(LogMisread logMisread, double[]? logContext = null)
    {
        for (int i = 0, at = 0; i < Candidates.Length; i++)
        {
            var end = at + Candidates[i].Length;
            logMisread(Tokens[i], Candidates[i], _log.AsSpan(at, end - at));
            for (; at < end; at++) _log[at] = _logOwn[at] + _log[at] + (logContext?[at] ?? 0);
        }

        return _lattice.Posteriors(_log);
    }

    /// <summary>A token's part of <see cref="Posteriors"/>.</summary>
    public ReadOnlySpan<double> At(int token, double[] posteriors) => posteriors.AsSpan(_lattice.First(token), Candidates[token].Length);

    public void Dispose() => _lattice.Dispose();
}
