using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>A record for a person at a terminal.</summary>
internal static class Overview
{
    public static void Write(DocumentRecord record)
    {
        Line("file", record.Source.FileName);
        Line("status", DocumentsJson.ToText(record.Status).Trim('"'));
        Line("type", DocumentsJson.ToText(record.DocumentType).Trim('"'));
        Line("title", record.Title);
        Line("municipality", record.Municipality?.Value);
        Line("board", record.Board?.Value);
        Line("meeting", record.MeetingDate?.Value.ToString());
        Line("dated", record.DocumentDate?.Value.ToString());
        Line("dnr", string.Join(", ", record.CaseNumbers.Select(found => found.Value.Value).Distinct()));
        Line("amounts", string.Join(", ", record.Amounts.Select(found => found.Printed)));
        Line("dates", string.Join(", ", record.Dates.Select(found => found.Value.ToString())));
        Line("pages", record.Source.PageCount.ToString(CultureInfo.InvariantCulture));
        Line("corrections", record.Pages.Sum(page => page.Corrections.Count(change => change.Applied)).ToString(CultureInfo.InvariantCulture));
        foreach (var section in record.Sections) Output.Results.WriteLine($"\n§ {section.Number} {section.Heading}");
        foreach (var decision in record.Decisions)
        {
            var who = decision.DecidedBy ?? "?";
            Output.Results.WriteLine($"\n{DocumentsJson.ToText(decision.Kind).Trim('"')} {decision.Number} ({who}, page {decision.Page}): {decision.Text}");
        }
    }

    private static void Line(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Output.Results.WriteLine($"{name,-14}{value}");
    }
}
