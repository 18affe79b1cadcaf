using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Finds every entry of the lexicon that could have been read as the letters from a place of a word on: to its end, or as a compound's
/// part. For one thread.
/// </summary>
internal sealed class LexiconSearch(ILexicon lexicon, ConfusionWeights weights)
{
    /// <summary>Readings less likely than this are not followed: six letters lost at once still are.</summary>
    private const double LeastLogShare = -15;

    private const int MostSteps = 20_000;

    private readonly char[] _letters = new char[WordShape.LongestWord];
    private readonly byte[] _confusions = new byte[WordShape.LongestWord];
    private readonly List<(int Entry, double LogShare)> _whole = [];

    /// <summary>Where the ways through the letters are put; <see langword="null"/> where nobody asks for them.</summary>
    private List<LexiconReach>? _reached;

    /// <summary>Where matches are put; <see langword="null"/> where only entries for the whole word are asked for.</summary>
    private List<LexiconMatch>? _matches;
    private int _steps;

    /// <param name="seen">The word as read, lower case.</param>
    /// <param name="from">Where the entry begins.</param>
    public List<LexiconMatch> Matches(ReadOnlySpan<char> seen, int from)
    {
        var matches = new List<LexiconMatch>();
        Search(seen, from, matches);
        return matches;
    }

    /// <summary>Those that reach to the word's end, without their letters: valid until the next search.</summary>
    /// <param name="seen">The word as read, lower case.</param>
    public List<(int Entry, double LogShare)> Whole(ReadOnlySpan<char> seen)
    {
        _whole.Clear();
        Search(seen, 0, null);
        return _whole;
    }

    /// <summary>How far the letters of a word lead into the lexicon.</summary>
    public LexiconReach[] Reach(ReadOnlySpan<char> seen)
    {
        _reached = [];
        Search(seen, 0, null);
        LexiconReach[] reached = [.. _reached];
        _reached = null;
        return reached;
    }

    /// <summary>The same as <see cref="Whole(ReadOnlySpan{char})"/> for a word and what stands after it, where the word's part is known.</summary>
    /// <param name="seen">Both, without a blank.</param>
    /// <param name="reached">What <see cref="Reach"/> says of the first.</param>
    /// <param name="length">Of the first.</param>
    public List<(int Entry, double LogShare)> Whole(ReadOnlySpan<char> seen, LexiconReach[] reached, int length)
    {
        _whole.Clear();
        (_steps, _matches) = (0, null);
        var walk = lexicon.Walk;
        foreach (ref readonly var state in reached.AsSpan())
        {
            if (state.Position == length)
            {
                Follow(walk, state, seen);
                continue;
            }

            foreach (var number in ConfusionTable.BeginningWith(seen[state.Position]))
            {
                if (ConfusionTable.All[number].Seen.Length > 1) FollowConfusion(walk, state, number, seen);
            }
        }

        return _whole;
    }

    private void Search(ReadOnlySpan<char> seen, int from, List<LexiconMatch>? matches)
    {
        (_steps, _matches) = (0, matches);
        Follow(lexicon.Walk, new LexiconReach(from, lexicon.Root, 0, 0, 0), seen);
    }

    private void Follow(in LexiconWalk walk, in LexiconReach state, ReadOnlySpan<char> seen)
    {
        if (_reached is not null && state.At.Edges != 0 && (state.Position == seen.Length || (state.Position == seen.Length - 1 && BeginsPair(seen[^1])))) _reached.Add(state);
        if (state.At.IsEntry) Add(state, isWhole: state.Position == seen.Length);
        if (state.Position == seen.Length || state.Length == WordShape.LongestWord || ++_steps > MostSteps) return;
        if (seen[state.Position] is not ('å' or 'ä' or 'ö') && walk.TryStep(state.At, seen[state.Position], out var next))
        {
            _letters[state.Length] = seen[state.Position];
            Follow(walk, state with { Position = state.Position + 1, At = next, Length = state.Length + 1 }, seen);
        }

        foreach (var number in ConfusionTable.BeginningWith(seen[state.Position])) FollowConfusion(walk, state, number, seen);
    }

    private void FollowConfusion(in LexiconWalk walk, in LexiconReach state, int number, ReadOnlySpan<char> seen)
    {
        var confusion = ConfusionTable.All[number];
        var logShare = state.LogShare + weights[number];
        if (logShare < LeastLogShare || !seen[state.Position..].StartsWith(confusion.Seen, StringComparison.Ordinal)) return;
        if (state.Position == 0 ? confusion.IsInside : confusion.BeginsWord) return;
        if (!walk.TryStep(state.At, confusion.Letter, out var next)) return;
        _letters[state.Length] = confusion.Letter;
        _confusions[state.Changes] = (byte)number;
        Follow(walk, new LexiconReach(state.Position + confusion.Seen.Length, next, state.Length + 1, state.Changes + 1, logShare), seen);
    }

    /// <summary>Whether some letter is read as this one and another after it.</summary>
    private static bool BeginsPair(char seen)
    {
        foreach (var number in ConfusionTable.BeginningWith(seen))
        {
            if (ConfusionTable.All[number].Seen.Length > 1) return true;
        }

        return false;
    }

    private void Add(in LexiconReach state, bool isWhole)
    {
        if (_matches is null)
        {
            if (isWhole) _whole.Add((state.At.Number, state.LogShare));
            return;
        }

        if (!isWhole && !lexicon.CanBeginCompound(state.At.Number)) return;
        var text = new string(_letters, 0, state.Length);
        _matches.Add(new LexiconMatch(state.Position, text, state.At.Number, _confusions[..state.Changes], state.LogShare));
    }
}
