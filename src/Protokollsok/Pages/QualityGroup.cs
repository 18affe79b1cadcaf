namespace Protokollsok.Pages;

/// <summary>How well a group of documents could be read: those of a year, or of one kind of text.</summary>
/// <param name="Name">The year, or the origin of the text.</param>
/// <param name="Confidence">Mean of its pages, 0–1.</param>
/// <param name="DoubtfulShare">Of its pages, 0–1.</param>
/// <param name="RepairsAPage">Words that repair changed.</param>
internal sealed record QualityGroup(string Name, int Documents, int Pages, double Confidence, double DoubtfulShare, double RepairsAPage)
{
    public static QualityGroup Of(string name, IReadOnlyCollection<DocumentQuality> documents)
    {
        var pages = documents.Sum(one => one.Pages);
        double APage(double sum) => pages == 0 ? 0 : sum / pages;
        return new QualityGroup(
            name, documents.Count, pages, APage(documents.Sum(one => one.Confidence)), APage(documents.Sum(one => one.Doubtful)), APage(documents.Sum(one => one.Repairs)));
    }
}
