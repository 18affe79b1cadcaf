using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>A question about a token.</summary>
internal delegate bool TokenTest(in Token token);

/// <summary>One word of a page, or what stands between words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">As read; of a word broken at a line's end both parts, without the hyphen.</param>
/// <param name="First">Where it stands.</param>
/// <param name="Rest">The second part of a broken word.</param>
/// <param name="IsOpen">A hyphen follows that belongs to the word (<c>skol- och</c>).</param>
internal readonly record struct Token(TokenKind Kind, SeenWord Word, Piece First, Piece? Rest = null, bool IsOpen = false)
{
    /// <summary>As read.</summary>
    public string Seen => Word.Seen;

    /// <summary>In lower case, but for an odd capital inside a small word, which was an å, ä or ö.</summary>
    public string Lower => Word.Lower;

    /// <summary>How sure the reader was of it, 0–1; 1 where nobody said.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Which sign parts it from the next; its capitals are told by <see cref="Seen"/>.</summary>
    public PlaceLook Look { get; init; }

    /// <summary>What another reading of the page has in its place, lower case; <see langword="null"/> where there is none, or it has the same.</summary>
    public string? Other { get; init; }

    /// <summary>Whether it stays as read: it stands on a sound line, and is there for its neighbours' sake.</summary>
    public bool IsSettled { get; init; }
}
