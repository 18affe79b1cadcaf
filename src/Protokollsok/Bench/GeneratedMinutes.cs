using System.Globalization;
using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>
/// Minutes as a reader would have left them, made from a number: the same number, the same reading. Pages of some 300 words with boxes
/// and confidences; on one page in ten the dots and rings are gone.
/// </summary>
internal static class GeneratedMinutes
{
    private const int LinesAPage = 38, LineHeight = 80, LetterWidth = 24, Margin = 200;

    private static readonly string[] Boards = ["Kommunstyrelsen", "Omsorgsnämnden", "Tekniska nämnden", "Barn- och utbildningsnämnden", "Miljönämnden", "Kulturnämnden"];
    private static readonly string[] Units = ["KS", "ON", "TN", "BUN", "MN", "KN"];
    private static readonly string[] Things = ["belysning", "lekplats", "gångväg", "bullerskydd", "förskola", "bibliotek", "simhall", "räddningsstation", "återvinningscentral", "elevhälsa", "hemtjänst", "detaljplan"];
    private static readonly string[] Places = ["Tallstigen", "Råsjötorget", "Björkallén", "Ängsvägen", "Kvarnbacken", "Sjögränd", "Hägerstigen", "Östra Åbacken"];
    private static readonly string[] Sentences =
    [
        "Förvaltningen har räknat på kostnaden för {0} vid {1} och föreslår att arbetet görs i egen regi.",
        "De boende vid {1} har under våren bett om {0} och hänvisar till trafiken och till barnens skolväg.",
        "Ärendet har beretts av arbetsutskottet, som har besökt {1} och hört de sakkunniga om {0}.",
        "Kostnaden uppskattas till {2} 000 kronor och ryms inom årets budget, om inget oförutsett händer.",
        "Ledamöterna diskuterar hur {0} ska skötas när snön ligger djup och dagarna är korta.",
        "Enligt {3} ska kommunen årligen följa upp hur medlen används och redovisa det för nämnden.",
        "Frågan om {0} väcktes första gången genom en motion, och har sedan dess återkommit flera gånger.",
        "Tjänstemännen påpekar att underlaget behöver kompletteras innan upphandlingen kan påbörjas.",
    ];

    /// <summary>The original's bytes: never read, but each of its own.</summary>
    public static byte[] Original(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Generated minutes {number}\n"));

    public static string FileName(int number) => string.Create(CultureInfo.InvariantCulture, $"{Units[number % Units.Length]} {Year(number)} {number}.pdf");

    public static DocumentReading Reading(int number, int pages)
    {
        var random = new Random(number);
        return new DocumentReading("application/pdf", pages, [.. Enumerable.Range(1, pages).Select(page => Page(number, page, random))], []);
    }

    private static int Year(int number) => 1975 + (number % 48);

    private static PageReading Page(int number, int page, Random random)
    {
        var text = Text(number, page, random);
        if (random.Next(10) == 0) text = Stripped(text);
        var lines = text.Split('\n').Take(LinesAPage).Select((line, at) => Line(line, at, random)).ToList();
        return new PageReading(page, PageOrigin.Ocr, .93, 2480, 3508, 300, "tesseract 5.3.0, swe with signs from script/Latin, Sauvola", lines);
    }

    private static LineReading Line(string text, int at, Random random)
    {
        List<WordReading> words = [];
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf(' ', start) is >= 0 and var blank ? blank : text.Length;
            if (end > start) words.Add(new WordReading(start, end - start, new Box(Margin + (start * LetterWidth), Margin + (at * LineHeight), (end - start) * LetterWidth, 48), .85 + (random.NextDouble() * .15), "swe"));
        }

        return new LineReading(text, words);
    }

    private static string Text(int number, int page, Random random)
    {
        var text = new StringBuilder();
        if (page == 1)
            text.Append(CultureInfo.InvariantCulture, $"Sälgåsens kommun\n{Boards[number % Boards.Length]}\nSammanträdesdatum {Year(number)}-{1 + (number % 12):00}-{1 + (number % 28):00}\nProtokoll\n\n");
        for (var section = 0; section < 2; section++)
        {
            var (thing, place, sum) = (Things[random.Next(Things.Length)], Places[random.Next(Places.Length)], random.Next(10, 990));
            text.Append(CultureInfo.InvariantCulture, $"§ {(page * 2) + section - 1} Ny {thing} vid {place}\n\nDnr {Units[number % Units.Length]} {Year(number)}-{(number * 7 % 900) + (page * 2) + section}\n\nÄrendebeskrivning\n");
            for (var sentence = 0; sentence < 5; sentence++)
                Wrap(text, string.Format(CultureInfo.InvariantCulture, Sentences[random.Next(Sentences.Length)], thing, place, sum, "kommunallagen (2017:725)"));
            text.Append(CultureInfo.InvariantCulture, $"\n{Boards[number % Boards.Length]}s beslut\n");
            Wrap(text, string.Create(CultureInfo.InvariantCulture, $"1. {Boards[number % Boards.Length]} avsätter {sum} 000 kronor för {thing} vid {place}."));
            Wrap(text, "2. Förvaltningen ska redovisa arbetet senast i december.");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Wrap(StringBuilder text, string sentence)
    {
        var width = 0;
        foreach (var word in sentence.Split(' '))
        {
            if (width + word.Length > 84)
            {
                text.Append('\n');
                width = 0;
            }

            text.Append(width == 0 ? "" : " ").Append(word);
            width += word.Length + 1;
        }

        text.Append('\n');
    }

    private static string Stripped(string text) => text.Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace('Å', 'A').Replace('Ä', 'A').Replace('Ö', 'O');
}
