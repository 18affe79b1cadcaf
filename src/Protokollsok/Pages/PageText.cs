using System.Globalization;
using System.Resources;

namespace Protokollsok.Pages;

/// <summary>
/// The pages' words, from <c>PageText.resx</c> (Swedish) and <c>PageText.en.resx</c>: Swedish unless a person chose English. Numbers and
/// dates are written alike in both: <c>12 500</c>, <c>2021-03-09</c>.
/// </summary>
internal sealed class PageText(IHttpContextAccessor http)
{
    /// <summary>The cookie that remembers the choice.</summary>
    public const string Cookie = "sprak";

    private const string Chosen = "en";

    private static readonly ResourceManager Words = new(typeof(PageText).FullName!, typeof(PageText).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv"), English = CultureInfo.GetCultureInfo(Chosen);
    private static readonly NumberFormatInfo Thousands = new() { NumberGroupSeparator = "\u00a0" };

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public string Language => Culture.Name;

    private CultureInfo Culture => http.HttpContext?.Request.Cookies[Cookie] == Chosen ? English : Swedish;

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => Find(key) ?? throw new KeyNotFoundException($"The pages have no text {key}.");

    /// <summary>The text, if there is one: for what comes from an address.</summary>
    public string? Find(string key) => Words.GetString(key, Culture);

    /// <summary>With <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>So many of something: <c>key.one</c> or <c>key.many</c>, whose <c>{0}</c> is the number.</summary>
    public string Count(string key, long number) => this[$"{key}.{(number == 1 ? "one" : "many")}", Number(number)];

    public static string Number(long number) => number.ToString("#,0", Thousands);

    /// <param name="share">0–1.</param>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0}\u00a0%");

    /// <summary>A share that may be small: <c>0,4 %</c>.</summary>
    /// <param name="share">0–1.</param>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}\u00a0%").Replace('.', ',');

    /// <summary><c>38 s</c>, <c>4 min</c>, <c>2 h</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0}\u00a0s"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0}\u00a0s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0}\u00a0min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0}\u00a0h"),
    };

    /// <summary><c>4,2 MB</c>, as file managers count.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => $"{bytes}\u00a0B",
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10}\u00a0kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#}\u00a0MB").Replace('.', ','),
    };
}
