using System.Net;
using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>The receipt as a page that opens anywhere and can be printed. Documents are hostile input: all of their text is escaped.</summary>
internal static class ReceiptPage
{
    public static string Of(Receipt receipt)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"sv\">\n<meta charset=\"utf-8\">\n<title>Kvittens: ").Append(Escape(receipt.FileName)).Append("</title>\n");
        html.Append("<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}th{text-align:left;padding-right:1.5rem;vertical-align:top}</style>\n");
        html.Append("<h1>Kvittens</h1>\n");
        html.Append("<p>").Append(Escape(Sentence(receipt))).Append("</p>\n<table>\n");
        Row(html, "Fil", receipt.FileName);
        Row(html, "Mottagen", receipt.ReceivedAt.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC");
        Row(html, "Sidor", receipt.Pages.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Row(html, "Rubrik", receipt.Title);
        Row(html, "Nämnd", receipt.Board);
        Row(html, "Datum", receipt.Date);
        Row(html, "Paragrafer", string.Join(", ", receipt.Sections.Select(number => "§ " + number)));
        Row(html, "Diarienummer", string.Join(", ", receipt.CaseNumbers));
        Row(html, "Belopp", string.Join(", ", receipt.Amounts));
        Row(html, "Rättade ord", receipt.Corrections.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Row(html, "Dokumentets id", receipt.Id.Hex);
        html.Append("</table>\n");
        AppendDecisions(html, receipt.Decisions);
        AppendDoubts(html, receipt.Doubtful);
        return html.Append("</html>\n").ToString();
    }

    private static string Sentence(Receipt receipt) => receipt switch
    {
        { DuplicateOf: { } first } => $"Filen finns redan i arkivet, som ”{first}”. Den behövdes inte en gång till.",
        { Status: DocumentStatus.Complete } => "Filen är arkiverad, läst och sökbar.",
        _ => "Filen är arkiverad och sökbar, men allt kunde inte läsas. Se nedan.",
    };

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

    private static void AppendDoubts(StringBuilder html, IReadOnlyList<string> doubts)
    {
        if (doubts.Count == 0) return;
        html.Append("<h2>Att titta på</h2>\n<ul>\n");
        foreach (var doubt in doubts) html.Append("<li>").Append(Escape(doubt)).Append("</li>\n");
        html.Append("</ul>\n");
    }

    private static void Row(StringBuilder html, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) html.Append("<tr><th>").Append(name).Append("<td>").Append(Escape(value)).Append('\n');
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
