using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>Why a file was not taken in, for the clerk: what happened and what to do, in plain Swedish.</summary>
internal static class Reasons
{
    /// <summary>The program itself failed on the document.</summary>
    public const string InternalError = "internal-error";

    /// <summary>It met trouble in every one of many tries, where other documents went through.</summary>
    public const string KeptFailing = "kept-failing";

    /// <summary>Why one page of a file that was taken in is not there.</summary>
    public static string OfPage(string code) => code switch
    {
        ProblemCode.PageTimeout => "Sidan tog för lång tid att läsa och saknas i sökningen. Skanna den på nytt, gärna i svartvitt och 300 dpi.",
        ProblemCode.PageTooLarge => "Sidan är större än vad som kan läsas och saknas i sökningen. Skanna den med lägre upplösning (300 dpi räcker).",
        _ => "Sidan kunde inte läsas och saknas i sökningen. Se efter i originalet, och skanna den på nytt.",
    };

    /// <param name="fileName">As dropped: it may promise another kind of file than it is.</param>
    public static string InSwedish(string code, string? fileName = null) => code switch
    {
        ProblemCode.UnknownKind when Promised(fileName) is { } kind =>
            $"Filen heter {Path.GetExtension(fileName)} men är ingen {kind}. Öppna den i programmet som den kommer ifrån, spara den som PDF och lägg den i mappen igen.",
        ProblemCode.Encrypted => "Filen är skyddad med lösenord. Spara den utan lösenord och lägg den i mappen igen.",
        ProblemCode.Empty => "Filen är tom (0 byte). Skanna eller kopiera den på nytt och lägg den i mappen igen.",
        ProblemCode.UnknownKind => "Filen är inte av ett slag som kan läsas. Lägg in den som PDF, TIFF, JPEG, PNG eller ren text.",
        ProblemCode.Damaged => "Filen är skadad eller avbruten och går inte att öppna. Skanna eller kopiera den på nytt och lägg den i mappen igen.",
        ProblemCode.NoPages => "Filen innehåller inga sidor. Skanna den på nytt och lägg den i mappen igen.",
        ProblemCode.TooManyPages => "Filen har fler sidor än vad som tas emot i en fil. Dela upp den och lägg in delarna.",
        ProblemCode.PageTooLarge => "Sidorna är större än vad som kan läsas. Skanna med lägre upplösning (300 dpi räcker) och lägg in filen igen.",
        ProblemCode.PageUnreadable or ProblemCode.PageTimeout or ProblemCode.ReaderDied => "Ingen sida i filen gick att läsa. Skanna den på nytt och lägg den i mappen igen.",
        KeptFailing => "Filen kunde inte behandlas trots många försök. Den är sparad. Kontakta den som sköter systemet.",
        ProblemCode.ChecksumMismatch => "Originalet i arkivet har ändrats på disken. Kontakta den som sköter systemet.",
        _ => "Filen kunde inte tas in på grund av ett fel i programmet. Den är sparad. Kontakta den som sköter systemet.",
    };

    /// <summary>The same for who reads the pages in English.</summary>
    public static string InEnglish(string code, string? fileName = null) => code switch
    {
        ProblemCode.UnknownKind when Promised(fileName) is not null =>
            $"The file is called {Path.GetExtension(fileName)} and is something else. Open it in the program that it comes from, save it as PDF and hand it in again.",
        ProblemCode.Encrypted => "The file is protected by a password. Save it without one and hand it in again.",
        ProblemCode.Empty => "The file is empty (0 bytes). Scan or copy it anew and hand it in again.",
        ProblemCode.UnknownKind => "The file is of no kind that can be read. Hand it in as PDF, TIFF, JPEG, PNG or plain text.",
        ProblemCode.Damaged => "The file is damaged or cut off and cannot be opened. Scan or copy it anew and hand it in again.",
        ProblemCode.NoPages => "The file holds no pages. Scan it anew and hand it in again.",
        ProblemCode.TooManyPages => "The file has more pages than are taken in one file. Divide it and hand in the parts.",
        ProblemCode.PageTooLarge => "The pages are larger than can be read. Scan them with a lower resolution (300 dpi is enough) and hand the file in again.",
        ProblemCode.PageUnreadable or ProblemCode.PageTimeout or ProblemCode.ReaderDied => "No page of the file could be read. Scan it anew and hand it in again.",
        KeptFailing => "The file could not be processed in many tries. It is kept. Ask the one who looks after the system.",
        ProblemCode.ChecksumMismatch => "The original in the archive has changed on the disk. Ask the one who looks after the system.",
        _ => "The file could not be taken in because of a fault in the program. It is kept. Ask the one who looks after the system.",
    };

    private static string? Promised(string? fileName) => Path.GetExtension(fileName ?? "").ToLowerInvariant() switch
    {
        ".pdf" => "PDF-fil",
        ".tif" or ".tiff" => "TIFF-bild",
        ".jpg" or ".jpeg" => "JPEG-bild",
        ".png" => "PNG-bild",
        _ => null,
    };
}
