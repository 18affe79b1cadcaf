namespace Protokollsok.Search;

/// <summary>
/// The order of Swedish registers, whatever the machine's culture: å, ä, ö after z, capitals and accents no difference until all
/// else is equal.
/// </summary>
public sealed class SwedishOrder : IComparer<string>
{
    private SwedishOrder()
    {
    }

    public static SwedishOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return string.CompareOrdinal(x, y);
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
            if (Place(x[i]).CompareTo(Place(y[i])) is not 0 and var order) return order;
        return x.Length == y.Length ? string.CompareOrdinal(x, y) : x.Length.CompareTo(y.Length);
    }

    private static int Place(char letter) => char.ToLowerInvariant(letter) switch
    {
        'å' => 'z' + 1,
        'ä' or 'æ' => 'z' + 2,
        'ö' or 'ø' => 'z' + 3,
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'á' or 'à' or 'â' => 'a',
        'ü' => 'y',
        > 'z' and var other => other + 3,
        var other => other,
    };
}
