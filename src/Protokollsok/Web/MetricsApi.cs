using System.Globalization;
using System.Text;
using Protokollsok.Processing;

namespace Protokollsok.Web;

/// <summary><c>GET /metrics</c>, in the text form of Prometheus (exposition format 0.0.4).</summary>
internal static class MetricsApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/metrics", (Workshop workshop, Troubles troubles, InboxService inbox) => TypedResults.Text(Of(workshop, troubles, inbox), "text/plain; version=0.0.4", Encoding.UTF8))
            .WithTags("Service").WithName("Metrics")
            .WithSummary("The accounting and the pace, for Prometheus.").Produces<string>(StatusCodes.Status200OK, "text/plain");

    private static string Of(Workshop workshop, Troubles troubles, InboxService inbox)
    {
        var text = new StringBuilder();
        var (count, cover) = (workshop.Ledger.Count(), workshop.Ledger.Cover());
        Write(text, "protokollsok_received_total", "counter", "Files that ever came.", ("", count.Received));
        Write(text, "protokollsok_arrivals", "gauge", "Files that came, by what has become of them; they add up to what was received.",
            ("outcome=\"done\"", count.Done), ("outcome=\"waiting\"", count.Waiting), ("outcome=\"quarantined\"", count.Quarantined),
            ("outcome=\"duplicate\"", count.Duplicates), ("outcome=\"deleted\"", count.Deleted));
        Write(text, "protokollsok_documents_searchable", "gauge", "Documents that can be found.", ("", cover.Searchable));
        Write(text, "protokollsok_pages_doubtful", "gauge", "Pages of these that were read with low confidence.", ("", cover.DoubtfulPages));
        Write(text, "protokollsok_troubles", "gauge", "Things that do not work just now and are tried again.", ("", troubles.Now.Count));
        Write(text, "protokollsok_working", "gauge", "1 while both the intake and the work go on.", ("", inbox.IsWorking ? 1 : 0));
        var steps = workshop.Ledger.StepTimes();
        Write(text, "protokollsok_step_seconds_mean", "gauge", "How long a step took lately, on average, waiting included.", [.. steps.Select(step => ($"step=\"{step.Step}\"", step.MeanSeconds))]);
        Write(text, "protokollsok_step_seconds_max", "gauge", "And at most.", [.. steps.Select(step => ($"step=\"{step.Step}\"", step.LongestSeconds))]);
        Write(text, "process_resident_memory_bytes", "gauge", "Memory of this process, its children not included.", ("", Environment.WorkingSet));
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, string type, string help, params IReadOnlyList<(string Labels, double Value)> values)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var (labels, value) in values)
            text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }
}
