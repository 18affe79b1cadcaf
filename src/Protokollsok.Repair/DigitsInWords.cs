using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Digits that were read for letters inside a long word (<c>S0cialnämnden</c>, <c>av5lå</c>), on sound lines too: only where a common word comes of it, and no other.
/// </summary>
internal sealed class DigitsInWords(SwedishModel model)
{
    private const double Confidence = 0.99;
    private const int CommonCount = 50, TimesMore = 20;

    /// <summary>What each digit is read for, likeliest first.</summary>
    private static readonly string[] s_letters = ["oö", "li", "", "eå", "åäa", "s", "öo", "", "åö", "g"];

    /// <summary>The word; <see langword="null"/> where it is none, or where the digit may be a number's (<c>1gång</c>).</summary>
    public Edit? At(in Token token)
    {
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
