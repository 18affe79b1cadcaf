using Protokollsok.Language;

namespace Protokollsok.Bench;

/// <summary>The names that somebody who knows the place would have listed for it: words with a capital after another word in print, with å, ä or ö, that the model does not know.</summary>
internal static class PlaceNames
{
    public static List<string> In(List<RepairSample> samples, SwedishModel model) =>
        [.. samples.SelectMany(sample => sample.Printed).SelectMany(page => InPage(RepairScore.WordsOf(page))).Where(name => model.Find(name.ToLowerInvariant()) < 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> InPage(string[] words) => words.Zip(words.Skip(1))
        .Where(pair => char.IsLower(pair.First[^1]) && char.IsUpper(pair.Second[0]))
        .Select(pair => RepairScore.Core(pair.Second))
        .Where(word => word.Length > 2 && word.AsSpan(1).ContainsAny("åäö") && word.Skip(1).All(char.IsLower));
}
