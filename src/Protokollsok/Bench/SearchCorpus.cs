using System.Globalization;
using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Bench;

/// <summary>
/// Invented documents of any number, the same for the same seed: minutes of four pages with a dozen decisions, in words drawn as
/// Swedish has them, with boards, dates, case numbers, sums and a repaired word here and there.
/// </summary>
internal sealed class SearchCorpus(SearchVocabulary words, int seed)
{
    public const int EntriesADocument = Pages + Decisions;

    private const int Pages = 4, Decisions = 12, DecisionsAPage = Decisions / Pages;

    /// <summary>A printed page of minutes holds about this many words.</summary>
    private const int WordsAPage = 270;

    private static readonly string[] Boards =
    [
        "Kommunstyrelsen", "Omsorgsnämnden", "Byggnadsnämnden", "Barn- och ungdomsnämnden", "Kultur- och fritidsnämnden", "Socialnämnden",
        "Tekniska nämnden", "Miljö- och hälsoskyddsnämnden", "Kommunfullmäktige", "Valnämnden", "Överförmyndarnämnden", "Utbildningsnämnden",
    ];

    private static readonly string[] Units = ["KS", "ON", "BN", "BUN", "KFN", "SN", "TN", "MHN", "KF", "VN", "ÖFN", "UN"];

    private static readonly string[] Municipalities = ["Ekåsa", "Granby", "Lillhamra", "Storvreta", "Sjövik"];

    /// <summary>The document of a number; the same whenever it is asked for.</summary>
    public DocumentRecord Document(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var id = DocumentId.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}")));
        var board = random.Next(Boards.Length);
        var date = new DateOnly(1970, 1, 1).AddDays(random.Next(20_000));
        var pages = new List<PageRecord>();
        var sections = new List<Section>();
        var decisions = new List<Decision>();
        var amounts = new List<Found<Amount>>();
        for (var page = 1; page <= Pages; page++) pages.Add(Page(page, id, Units[board], date.Year, random, sections, decisions, amounts));
        return new DocumentRecord
        {
            Id = id,
            Source = new Source($"{number}.pdf", 100_000, "application/pdf", Pages),
            DocumentType = DocumentType.Protokoll,
            Title = $"Protokoll {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Municipality = At(Municipalities[random.Next(Municipalities.Length)], 1),
            Board = At(Boards[board], 1),
            MeetingDate = At(CalendarDate.Day(date), 1),
            Sections = sections,
            Decisions = decisions,
            Amounts = amounts,
            Pages = pages,
        };
    }

    private PageRecord Page(
        int number, DocumentId id, string unit, int year, Random random, List<Section> sections, List<Decision> decisions, List<Found<Amount>> amounts)
    {
        var text = new StringBuilder();
        for (var i = 0; i < DecisionsAPage; i++)
        {
            var heading = Words(random, random.Next(2, 6));
            var section = (sections.Count + 1).ToString(CultureInfo.InvariantCulture);
            var key = string.Create(CultureInfo.InvariantCulture, $"{unit.ToLowerInvariant()}-{year}-{random.Next(1, 900)}");
            sections.Add(new Section(section, heading, [key], number, text.Length, 3));
            text.Append(CultureInfo.InvariantCulture, $"§ {section} {heading}\n{Lines(random, (WordsAPage / DecisionsAPage) - 35)}\nBeslut\n");
            var sum = random.Next(1, 4000) * 1000;
            var decided = Sentence(random, random.Next(12, 45), sum);
            decisions.Add(new Decision(
                $"{id}-{decisions.Count + 1}", section, 1, random.Next(4) == 0 ? DecisionKind.Proposal : DecisionKind.Decision, null, null, decided,
                number, text.Length, decided.Length, [new Place(number, text.Length, decided.Length)]));
            amounts.Add(new Found<Amount>(new Amount(sum), "", new Place(number, text.Length, 5)));
            text.Append(decided).Append('\n');
        }

        var all = text.ToString();
        return new PageRecord(number, all, PageOrigin.Ocr, .95, 2480, 3508, 300, [], Repaired(all, random));
    }

    /// <summary>Two words of a page were read otherwise.</summary>
    private static List<Correction> Repaired(string text, Random random)
    {
        var corrections = new List<Correction>();
        for (var from = random.Next(text.Length / 2); corrections.Count < 2; from = corrections[^1].Start + 40)
        {
            var at = text.AsSpan(Math.Min(from, text.Length)).IndexOfAny("åäö");
            if (at < 0) break;
            var start = text.LastIndexOfAny([' ', '\n'], from + at) + 1;
            var end = text.IndexOfAny([' ', '\n', '.'], from + at);
            if (end < 0 || end <= start) break;
            var now = text[start..end];
            corrections.Add(new Correction(start, now.Length, now.Replace('å', 'd').Replace('ä', 'd').Replace('ö', '6'), now, .99, true, null, "invented"));
        }

        return corrections;
    }

    private string Sentence(Random random, int length, int sum)
    {
        var text = Words(random, length);
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(text[0])}{text.AsSpan(1)} till en kostnad av {sum:N0} kr.").Replace(',', ' ');
    }

    private string Lines(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.Append(words.Draw(random)).Append(i % 12 == 11 ? ".\n" : " ");
        return text.ToString().TrimEnd();
    }

    private string Words(Random random, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words.Draw(random)));

    private static Found<T> At<T>(T value, int page) => new(value, "", new Place(page, 0, 1));
}
