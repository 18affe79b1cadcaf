using System.Buffers;
using System.Collections.Frozen;

namespace Protokollsok.Repair;

/// <summary>What repair never touches: whatever carries numbers or signs that mean something by their order.</summary>
internal static class Protection
{
    /// <summary>A number's neighbour of fewer letters is a unit or a part of the number; of three also where they are small (<c>10-ars</c>).</summary>
    private const int ShortestBesideNumber = 3, ShortestCapitalBesideNumber = 4;

    /// <summary>Letters before a dot or a colon that are fewer are an abbreviation's (<c>bl.a</c>); after it a single letter is.</summary>
    private const int ShortestBeforeSign = 3, ShortestAfterSign = 2;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("@_\\<>=+%§$€£*|{}~^");

    /// <summary>What the last dot of an address or of a file's name is followed by.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_suffixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "se", "nu", "eu", "com", "org", "net", "dk", "no", "fi", "info", "gov", "edu", "int", "local", "pdf", "doc", "docx", "docm", "dot", "dotx", "odt", "rtf", "txt", "xls", "xlsx", "csv",
        "ppt", "pptx", "msg", "eml", "xml", "html", "htm", "php", "aspx", "jpg", "jpeg", "png", "gif", "tif", "tiff", "zip", "mpp", "vsd", "dwg")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether the chunk between two blanks is an address, a file name, an abbreviation, or numbers with signs between them.
    /// </summary>
    public static bool Covers(ReadOnlySpan<char> chunk)
    {
        var core = Core(chunk);
        return IsAddress(chunk, core) || HasStandingNumber(core);
    }

    /// <summary>
    /// Whether the chunk is a number joined to a word by a sign (<c>1/gång</c>, <c>20-årsjubileum</c>), of which the word can be looked at.
    /// </summary>
    public static bool IsNumberWithWord(ReadOnlySpan<char> chunk)
    {
        var core = Core(chunk);
        if (IsAddress(chunk, core)) return false;
        for (int from = 0; Tokenizer.NextPiece(core, from) is { Length: > 0 } piece; from = piece.Start + piece.Length)
        {
            if (IsWordBesideNumber(core, piece.Start, piece.Length)) return true;
        }

        return false;
    }

    /// <summary>Whether a piece of such a chunk is the word: of small letters, maybe after a capital; <c>ar</c> only where it is a unit (<c>1/ar</c>).</summary>
    public static bool IsWordBesideNumber(ReadOnlySpan<char> chunk, int start, int length)
    {
        var piece = chunk.Slice(start, length);
        foreach (var letter in piece[1..])
        {
            if (!char.IsLower(letter)) return false;
        }

        if (start > 1 && chunk[start - 1] == '/' && char.IsAsciiDigit(chunk[start - 2]) && (piece is "ar" or "år") && start + length == chunk.Length) return true;
        return char.IsLower(piece[0]) ? length >= ShortestBesideNumber : char.IsUpper(piece[0]) && length >= ShortestCapitalBesideNumber;
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk, ReadOnlySpan<char> core)
    {
        if (core.ContainsAny(s_signs) || core.Contains("//", StringComparison.Ordinal)) return true;
        if ((HasInner(core, '.') || HasInner(core, ':')) && !AreWordsRunTogether(core)) return true;
        return IsPath(chunk, core);
    }

    /// <summary>Two words with a stain read as a dot or a colon between them (<c>behov.kan</c>), or a sentence's end without its blank.</summary>
    private static bool AreWordsRunTogether(ReadOnlySpan<char> core)
    {
        if (core.Count('.') + core.Count(':') > 1 || core.ContainsAnyInRange('0', '9')) return false;
        var sign = core.IndexOfAny('.', ':');
        var before = core[..sign];
        var after = core[(sign + 1)..];
        return LettersAtEnd(before) >= ShortestBeforeSign && char.IsLower(before.TrimEnd(")]\"”’")[^1])
            && LettersAtStart(after) >= ShortestAfterSign && !s_suffixes.Contains(after);
    }

    private static int LettersAtEnd(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(")]\"”’");
        var letters = 0;
        while (letters < text.Length && char.IsLetter(text[^(letters + 1)])) letters++;
        return letters;
    }

    private static int LettersAtStart(ReadOnlySpan<char> text)
    {
        var letters = 0;
        while (letters < text.Length && char.IsLetter(text[letters])) letters++;
        return letters;
    }

    /// <summary>
    /// A part of an address: a row of hyphens beside a slash, or one at its edge and a hyphen or another slash inside
    /// (<c>halsa/regionala-vardprogram-for-aldre</c>, <c>/namnder/bygg</c>); never a word that a slash parts from the next (<c>mag-/tarm</c>, <c>hjälpen/</c>).
    /// </summary>
    private static bool IsPath(ReadOnlySpan<char> chunk, ReadOnlySpan<char> core)
    {
        if (!chunk.Contains('/') || chunk.Length < 3) return false;
        var hyphens = core.Count('-') - core.Count("-/");
        var isAtEdge = chunk[0] == '/' || chunk[^1] == '/';
        return hyphens > 1 || (isAtEdge && (hyphens > 0 || chunk.Count('/') > 1));
    }

    /// <summary>Without the signs around it.</summary>
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> chunk)
    {
        while (!chunk.IsEmpty && IsAround(chunk[0])) chunk = chunk[1..];
        while (!chunk.IsEmpty && IsAround(chunk[^1])) chunk = chunk[..^1];
        return chunk;
    }

    /// <summary>Brackets, quotes, boxes to be ticked, leaders: whatever stands around words and means nothing by its order.</summary>
    private static bool IsAround(char sign) => sign is not ('@' or '\\' or '/' or '<' or '>' or '=' or '+' or '%' or '§' or '$' or '€' or '£' or '{' or '}' or '^' or '~')
        && !char.IsLetterOrDigit(sign) && sign is not ('&' or '#') && !char.IsSurrogate(sign);

    private static bool HasInner(ReadOnlySpan<char> core, char sign) => core.IndexOf(sign) is > 0 and var at && at < core.Length - 1;

    /// <summary>A digit next to a sign (<c>2014-225</c>, <c>0-12</c>, <c>31/16</c>).</summary>
    private static bool HasStandingNumber(ReadOnlySpan<char> core)
    {
        for (var i = 0; i < core.Length; i++)
        {
            if (!char.IsDigit(core[i])) continue;
            if (i > 0 && !char.IsLetterOrDigit(core[i - 1])) return true;
            if (i + 1 < core.Length && !char.IsLetterOrDigit(core[i + 1])) return true;
        }

        return false;
    }
}
