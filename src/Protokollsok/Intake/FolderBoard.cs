using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// The board that a folder is named after: many municipalities scan into a folder a board. A hint only, for documents whose own text
/// names none.
/// </summary>
internal static class FolderBoard
{
    /// <summary>What the names of boards end in, definite or not.</summary>
    private static readonly string[] Endings =
        ["nämnd", "nämnden", "styrelse", "styrelsen", "fullmäktige", "utskott", "utskottet", "beredning", "beredningen", "direktion", "direktionen"];

    /// <param name="path">Of a file; its name does not count, the innermost folder counts most.</param>
    /// <returns>NFC, without years and the like around it; <see langword="null"/> if no folder is named after a board.</returns>
    public static string? Of(string path) =>
        Path.GetDirectoryName(path)?.Split(Path.DirectorySeparatorChar).Reverse().Select(BoardIn).FirstOrDefault(board => board is not null);

    private static string? BoardIn(string folder)
    {
        var words = Nfc.Of(folder).Split([' ', '_', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = Array.FindLastIndex(words, IsBoardWord);
        if (last < 0) return null;
        // "Barn- och utbildningsnämnden": the words before it, as far as they are words and belong together.
        var first = last;
        while (first > 0 && (words[first - 1] is "och" or "för" || words[first - 1].EndsWith('-'))) first--;
        var board = string.Join(' ', words[first..(last + 1)]);
        return char.ToUpperInvariant(board[0]) + board[1..];
    }

    private static bool IsBoardWord(string word) => word.All(letter => char.IsLetter(letter) || letter == '-') && Endings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
