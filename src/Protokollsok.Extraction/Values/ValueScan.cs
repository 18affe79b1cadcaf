namespace Protokollsok.Extraction;

/// <summary>
/// Runs the finders of values over one text. The order is the precedence: what one finder has taken, no later one sees. A law's number
/// is no case number, a case number's digits are no date, a date's are no amount.
/// </summary>
internal static class ValueScan
{
    public static ScannedValues Of(string text, Era era, DnrProfile profile)
    {
        var claims = new Claims(text.Length);
        var laws = LawReferenceFinder.Find(text, claims);
        LookalikeFinder.Claim(text, claims);
        var caseNumbers = DnrFinder.Find(text, era, profile, claims);
        var dates = DateFinder.Find(text, era, claims);
        var amounts = AmountFinder.Find(text, claims);
        return new ScannedValues(laws, caseNumbers, dates, amounts);
    }
}
