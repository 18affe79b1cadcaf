using System.Globalization;
using System.Net;
using System.Text;

namespace Protokollsok.Bulk;

/// <summary>A trial as a page for the archivist: the table, and samples side by side. It loads nothing and runs nothing.</summary>
internal static class DryRunPage
{
    private const string Head = """
        <!doctype html>
        <html lang="sv"><head><meta charset="utf-8"><title>Provkörning av omtolkning</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0 } th, td { border-bottom: 1px solid #d6d6d6; padding: .4rem .6rem; text-align: left; vertical-align: top }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums } .lost { color: #a3161a } .gained { color: #18662f } .file { color: #555; font-size: .85rem }
        td.text { width: 36%; white-space: pre-wrap; overflow-wrap: anywhere }
        </style></head><body>
        """;

    public static string Of(DryRunReport report)
    {
        var page = new StringBuilder(Head);
        page.Append(CultureInfo.InvariantCulture, $"<h1>Provkörning av omtolkning</h1>\n<p>Ingenting är ändrat. {report.Documents} dokument med {report.Pages} sidor provades ({Text(report.Selection)}, från {Text(report.Source)}, {Text(report.Versions)}). ")
            .Append(CultureInfo.InvariantCulture, $"{report.Changed} skulle få en annan tolkning, {report.Failed} gick inte att tolka om.</p>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>Andel som skulle gå förlorad av {report.DecisionsBefore} beslut och {report.ValuesBefore} värden: <strong>{report.LostShare * 100:0.###} %</strong>{(report.IsWithinBudget ? "" : ", mer än vad som tillåts")}.</p>\n");
        page.Append("<table><thead><tr><th>Fält</th><th class=\"number\">Förlorade</th><th class=\"number\">Nya</th><th class=\"number\">Ändrade</th></tr></thead><tbody>\n");
        foreach (var field in report.Fields)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(field.Field)}</td><td class=\"number lost\">{field.Lost}</td><td class=\"number gained\">{field.Gained}</td><td class=\"number\">{field.Changed}</td></tr>\n");
        page.Append("</tbody></table>\n");
        foreach (var field in report.Fields) AppendSamples(page, field);
        if (report.Failures.Count > 0) AppendFailures(page, report);
        return page.Append("</body></html>\n").ToString();
    }

    private static void AppendSamples(StringBuilder page, FieldTally field)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(field.Field)}: exempel</h2>\n<table><thead><tr><th>Dokument</th><th>Som det är</th><th>Som det skulle bli</th></tr></thead><tbody>\n");
        foreach (var (id, file, difference) in field.Samples)
        {
            var where = difference.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $", sida {number}") : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(file)}{where}<br><span class=\"file\">{id.Hex[..12]}</span></td><td class=\"text lost\">{Text(difference.Before)}</td><td class=\"text gained\">{Text(difference.After)}</td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static void AppendFailures(StringBuilder page, DryRunReport report)
    {
        page.Append("<h2>Gick inte att tolka om</h2>\n<ul>\n");
        foreach (var failure in report.Failures) page.Append(CultureInfo.InvariantCulture, $"<li>{failure.Id.Hex[..12]}: {Text(failure.Why)}</li>\n");
        page.Append("</ul>\n");
    }

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "–");
}
