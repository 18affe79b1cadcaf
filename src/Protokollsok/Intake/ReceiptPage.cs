using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// The receipt as a page that opens anywhere, also without the service, and can be printed. Documents are hostile input: all of their
/// text is escaped.
/// </summary>
internal static class ReceiptPage
{
    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
        + "table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.2rem 1.5rem .2rem 0}"
        + "a{color:#003d99}@media print{body{margin:0;max-width:none}a{color:inherit}h2{break-after:avoid}li{break-inside:avoid}}";

    /// <summary>Swedish stays legible in the file itself.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Receipt receipt)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append("<title>Kvittens: ").Append(Escape(receipt.FileName)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>Kvittens</h1>\n<p>").Append(Escape(Sentence(receipt))).Append("</p>\n");
        if (receipt.First is { } first) AppendOthers(html, "Samma fil har kommit förut", [first]);
        AppendTable(html, receipt);
        html.Append("<p>").Append(Anchor(receipt.Url, "Visa originalet")).Append("</p>\n");
        AppendDoubts(html, receipt);
        AppendOthers(html, "Kanske samma papper, skannat två gånger", receipt.NearDuplicates);
        AppendDecisions(html, receipt.Decisions);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Sentence(Receipt receipt) => receipt switch
    {
        { First: { } first } => $"Filen finns redan i arkivet, som ”{first.FileName}”. Den behövdes inte en gång till.",
        { HasText: false } => "Filen är arkiverad, men ingen text hittades i den. Den kan inte hittas genom sökning.",
        { Status: DocumentStatus.Complete } => "Filen är arkiverad, läst och sökbar.",
        _ => "Filen är arkiverad och sökbar, men allt kunde inte läsas. Se nedan.",
    };

    private static void AppendTable(StringBuilder html, Receipt receipt)
    {
        html.Append("<table>\n");
        Row(html, "Fil", receipt.FileName);
        Row(html, "Mottagen", SwedishTime.Written(receipt.ReceivedAt));
        Row(html, "Sidor", receipt.Pages.ToString(CultureInfo.InvariantCulture));
        Row(html, "Rubrik", receipt.Title);
        Row(html, "Nämnd", receipt.BoardFrom == "folder" ? $"{receipt.Board} (enligt mappens namn)" : receipt.Board);
        Row(html, "Datum", receipt.Date);
        Row(html, "Paragrafer", string.Join(", ", receipt.Sections.Select(number => "§ " + number)));
        Row(html, "Diarienummer", string.Join(", ", receipt.CaseNumbers));
        Row(html, "Belopp", string.Join(", ", receipt.Amounts));
        Row(html, "Rättade ord", receipt.Corrections.ToString(CultureInfo.InvariantCulture));
        Row(html, "Dokumentets id", receipt.Id.Hex);
        html.Append("</table>\n");
    }

    private static void AppendOthers(StringBuilder html, string heading, IReadOnlyList<ReceiptLink> others)
    {
        if (others.Count == 0) return;
        html.Append("<h2>").Append(heading).Append("</h2>\n<ul>\n");
        foreach (var other in others)
        {
            html.Append("<li>").Append(Anchor(other.Url, other.FileName)).Append(", mottagen ").Append(SwedishTime.Written(other.ReceivedAt));
            if (other.Receipt is { } receipt) html.Append(" (").Append(Anchor(receipt, "kvittens")).Append(')');
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void AppendDecisions(StringBuilder html, IReadOnlyList<ReceiptDecision> decisions)
    {
        if (decisions.Count == 0) return;
        html.Append("<h2>Beslut och förslag</h2>\n<ul>\n");
        foreach (var decision in decisions)
        {
            var kind = decision.Kind == DecisionKind.Decision ? "Beslut" : "Förslag";
            var section = decision.Section is null ? "" : $" § {decision.Section}";
            var who = decision.DecidedBy is null ? "" : $", {decision.DecidedBy}";
            html.Append("<li><b>").Append(Escape($"{kind} {decision.Number}{section}{who} (sidan {decision.Page})")).Append("</b>: ").Append(Escape(decision.Text)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void AppendDoubts(StringBuilder html, Receipt receipt)
    {
        if (receipt.Doubtful.Count == 0) return;
        html.Append("<h2>Att titta på</h2>\n<ul>\n");
        foreach (var doubt in receipt.Doubtful)
        {
            var page = doubt.Page is { } number ? $"Sidan {number.ToString(CultureInfo.InvariantCulture)}: " : "";
            html.Append("<li>").Append(Escape(page + doubt.Reason)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Row(StringBuilder html, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) html.Append("<tr><th scope=\"row\">").Append(name).Append("</th><td>").Append(Escape(value)).Append("</td></tr>\n");
    }

    private static string Anchor(string target, string text) => $"<a href=\"{Escape(target)}\">{Escape(text)}</a>";

    private static string Escape(string text) => Encoder.Encode(text);
}
