using Protokollsok.Documents;
using Protokollsok.Extraction;

namespace Protokollsok.Intake;

/// <summary>What a person should look at, in plain Swedish.</summary>
internal static class Findings
{
    /// <summary>Another document has nearly the same text: the same paper scanned twice, perhaps.</summary>
    public const string NearDuplicate = "near-duplicate";

    /// <summary>The record's board is the folder's, since the text names none.</summary>
    public const string BoardFromFolder = "board-from-folder";

    /// <summary>A person has corrected a value.</summary>
    public const string Corrected = "corrected";

    /// <summary>A rule says something new, and something else than the person who corrected a value.</summary>
    public const string CorrectionDisagrees = "correction-disagrees";

    public static string InSwedish(Finding finding) => finding.Code switch
    {
        MinutesExtractor.NoText => "Ingen text hittades. Papperet kan vara tomt, eller fel sida skannad.",
        "date-conflict" => "Två datum i dokumentet säger emot varandra.",
        "sum-mismatch" => "Belopp som hör ihop stämmer inte med sin summa.",
        "amount-without-unit" => "Ett belopp saknar enhet.",
        "section-missing" => "En paragraf som försättsbladet nämner hittades inte.",
        SectionOrder.Code => "Ett paragrafnummer passar inte i ordningen. Jämför det med den skannade sidan.",
        "decision-cut-off" => "Ett beslut ser ut att vara avklippt.",
        "personal-number" => "Texten innehåller något som ser ut som ett personnummer.",
        LowConfidenceFinder.Code => "Värden på sidan är osäkert lästa. Jämför dem med den skannade sidan.",
        BoardFromFolder => "Texten nämner ingen nämnd. Nämnden är tagen från mappens namn.",
        NearDuplicate => "Ett annat dokument har nästan samma text. Samma papper kan vara skannat två gånger.",
        Corrected => "En person har rättat ett värde.",
        CorrectionDisagrees => "En regel säger nu något annat än en persons rättelse. Jämför med den skannade sidan.",
        _ => $"Något bör kontrolleras ({finding.Code}).",
    };
}
