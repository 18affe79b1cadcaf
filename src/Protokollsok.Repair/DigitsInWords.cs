using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Digits that were read for letters inside a long word (<c>S0cialnämnden</c>, <c>av5lå</c>), on sound lines too: only where a common word comes of it, and no other.
/// </summary>
internal sealed class DigitsInWords(SwedishModel model)
{
    private const double Confidence = 0.99;
    private const int CommonCount = 50, TimesMore = 20;

    /// <summary>Behind a single capital a digit of a shorter word is a code's.</summary>
    private const int ShortestBehindCapital = 8;

    /// <summary>What codes are told behind.</summary>
    private static readonly HashSet<string> s_codes = new(StringComparer.Ordinal)
    {
        "rum", "sal", "kod", "koden", "lösenord", "lösenordet", "användarnamn", "användare", "inloggning", "login", "reg", "nr", "nummer", "id", "modell", "typ", "artikel", "serienummer", "dnr", "diarienummer",
    };

    /// <summary>What each digit is read for, likeliest first.</summary>
    private static readonly string[] s_letters = ["oö", "li", "", "eå", "åäa", "s", "öo", "", "åö", "g"];

    /// <summary>The word; <see langword="null"/> where it is none, or where the digit may be a number's (<c>1gång</c>).</summary>
    /// <param name="line">The token's.</param>
    public Edit? At(string line, Token[] tokens, int at)
    {
        ref readonly var token = ref tokens[at];
        if (token.IsSettled && !StandsByItself(line, token, at > 0 ? tokens[at - 1].Lower : "")) return null;
        var seen = token.Word.Seen.ToLowerInvariant();
        if (token.Rest is not null || model.Find(seen.Trim("0123456789".ToCharArray())) >= 0) return null;
        var (best, most, next) = ("", 0, 0);
        foreach (var word in Words(seen))
        {
            var count = model.Count(word);
            if (count > most) (best, most, next) = (word, count, most);
            else next = Math.Max(next, count);
        }

        if (most < CommonCount || most < TimesMore * next) return null;
        return new Edit(token.First.Start, token.First.Length, Cased(best, token.Word.Seen), Confidence, "a digit inside a known word");
    }

    /// <summary>
    /// Whether nothing hints at a code (<c>rum B1and</c>, <c>lösenord k0mmun</c>, <c>KS/b1laga</c>): that the line is sound speaks for one. A digit in the first place may be a
    /// number's whose blank was lost (<c>5aker</c>).
    /// </summary>
    private static bool StandsByItself(string line, in Token token, string before)
    {
        var (seen, start) = (token.Seen, token.First.Start);
        if (char.IsAsciiDigit(seen[0]) || s_codes.Contains(before) || (start > 0 && !char.IsWhiteSpace(line[start - 1]))) return false;
        return !char.IsAsciiDigit(seen[1]) || char.IsLower(seen[0]) || seen.Length >= ShortestBehindCapital;
    }

    private static IEnumerable<string> Words(string seen)
    {
        var at = seen.AsSpan().IndexOfAnyInRange('0', '9');
        if (at < 0) return [seen];
        return s_letters[seen[at] - '0'].SelectMany(letter => Words(string.Concat(seen.AsSpan(0, at), [letter], seen.AsSpan(at + 1))));
    }

    /// <summary>A digit in the first place tells nothing of the capital.</summary>
    private string Cased(string word, string seen)
    {
        if (!seen.Any(char.IsLower)) return word.ToUpperInvariant();
        var isCapital = char.IsAsciiDigit(seen[0]) ? model.CapitalShare(model.Find(word)) >= CandidateFinder.ShareOfName : char.IsUpper(seen[0]);
        return isCapital ? string.Concat([char.ToUpperInvariant(word[0])], word.AsSpan(1)) : word;
    }
}
