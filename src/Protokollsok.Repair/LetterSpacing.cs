using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Headings printed with blanks between their letters that an engine read as pieces (<c>PRO T OK OL L</c>): the letters of one word. Where every letter stands alone and the
/// line is sound (<c>B E S L U T</c>), it is read as it was printed and stays.
/// </summary>
internal sealed class LetterSpacing(SwedishModel model, CandidateFinder finder)
{
    /// <summary>So few pieces may be letters of a list; so long may a piece be that is more than a letter; so often stands what they make.</summary>
    private const int LeastPieces = 4, LeastSingle = 2, LongestPiece = 3, LeastLetters = 5, LeastCount = 5;

    private const double Confidence = 0.995;

    /// <summary>The word whose first letter the token is, and its last token.</summary>
    public (Edit? Edit, int Last) At(string line, Token[] tokens, int at)
    {
        if (at > 0 && GoesOn(line, tokens[at - 1], tokens[at], isFirst: true)) return (null, at);
        var (last, letters, single) = (at, tokens[at].Seen.Length, tokens[at].Seen.Length == 1 ? 1 : 0);
        while (last + 1 < tokens.Length && GoesOn(line, tokens[last], tokens[last + 1], isFirst: last == at) && letters < WordShape.LongestWord)
        {
            letters += tokens[++last].Seen.Length;
            if (tokens[last].Seen.Length == 1) single++;
        }

        var pieces = last - at + 1;
        if (pieces < LeastPieces || letters < LeastLetters || letters > WordShape.LongestWord || single < LeastSingle || (single == pieces && tokens[at].IsSettled)) return (null, at);
        var word = string.Concat(tokens[at..(last + 1)].Select(token => token.Seen));
        if (!(word[1..].All(char.IsLower) || word.All(char.IsUpper)) || !IsWord(word.ToLowerInvariant())) return (null, at);
        var start = tokens[at].First.Start;
        return (new Edit(start, tokens[last].First.Start + tokens[last].First.Length - start, word, Confidence, "a word's letters printed apart"), last);
    }

    /// <summary>Capitals after capitals, small letters after small ones or after the word's first.</summary>
    private static bool GoesOn(string line, in Token one, in Token next, bool isFirst)
    {
        if (!IsPiece(one) || !IsPiece(next) || !WordBoundaries.AreApartByOneBlank(line, one, next)) return false;
        return next.Word.IsCapitals ? one.Word.IsCapitals : !next.Word.IsCapital && (isFirst || !one.Word.IsCapital);
    }

    private static bool IsPiece(in Token token) => token is { Kind: TokenKind.Word or TokenKind.Other, Word: { IsLetters: true, Seen.Length: <= LongestPiece } };

    private bool IsWord(string word) =>
        Array.Exists(finder.Find(word, false), candidate => (candidate.IsKnown && candidate.Word < model.WordCount && model.CountOf(candidate.Word) >= LeastCount) || candidate.LocalCount > 0);
}
