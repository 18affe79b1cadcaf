using System.Globalization;
using System.Text;

namespace Protokollsok.Language.Words;

/// <summary>Folds å ä ö and accents away: what is left when a scanner, or a hurried hand, loses them.</summary>
public static class Folding
{
    /// <summary>Of a lower-case word, NFC.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word) Append(folded, letter);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char letter) => _ = letter switch
    {
        < '\u0080' => folded.Append(letter),
        'å' or 'ä' or 'à' or 'á' or 'â' or 'ã' or 'ā' => folded.Append('a'),
        'ö' or 'ø' or 'ó' or 'ò' or 'ô' or 'õ' => folded.Append('o'),
        'é' or 'è' or 'ê' or 'ë' or 'ė' => folded.Append('e'),
        'ü' or 'ú' or 'ù' or 'û' => folded.Append('u'),
        'í' or 'ì' or 'î' or 'ï' or 'ı' => folded.Append('i'),
        'ý' or 'ÿ' => folded.Append('y'),
        'ç' or 'č' or 'ć' => folded.Append('c'),
        'ñ' or 'ń' => folded.Append('n'),
        'š' or 'ś' => folded.Append('s'),
        'ž' or 'ź' or 'ż' => folded.Append('z'),
        'ł' => folded.Append('l'),
        'ð' or 'đ' => folded.Append('d'),
        'æ' => folded.Append('a'),
        'ß' => folded.Append("ss"),
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark => folded,
        _ => folded.Append(letter),
    };
}
