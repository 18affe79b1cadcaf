using System.Globalization;

namespace Protokollsok.Reading;

/// <summary>How files are read. Checked when a <see cref="DocumentReader"/> is made.</summary>
public sealed record ReadingOptions
{
    /// <summary>
    /// How many pages are read at once, each in a process of its own; ≥ 1. Default: 2, or the number of cores if that is less.
    /// </summary>
    public int Children { get; init; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>How long one page may take, rendering included, by the wall clock. Default: 2 minutes.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a question about a whole file (its pages, its images) may take. Default: 1 minute.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Bytes of data that a child or a Poppler process may hold (RLIMIT_DATA); at least 512 MiB, the Latin model alone takes 270
    /// MB. Default: 2 GiB.
    /// </summary>
    public long MemoryLimit { get; init; } = 2L << 30;

    /// <summary>The largest page image that is read, in pixels. Default: 60 million (A4 at 600 dpi has 35).</summary>
    public long MaxPixels { get; init; } = 60_000_000;

    /// <summary>The most pages that a file may have. Default: 5,000.</summary>
    public int MaxPages { get; init; } = 5_000;

    /// <summary>The folder that holds <c>swe.traineddata</c> and <c>Latin.traineddata</c>. Default: where Debian puts them.</summary>
    public string TessdataPath { get; init; } = "/usr/share/tesseract-ocr/5/tessdata";

    /// <summary>The program that reads a page, started with <c>dotnet</c>. Default: beside the running program.</summary>
    public string ChildPath { get; init; } = Path.Combine(AppContext.BaseDirectory, "Protokollsok.Reading.Child.dll");

    /// <summary>Every fault of these settings in one message, or nothing.</summary>
    /// <exception cref="ArgumentException">Something is out of its range or not there.</exception>
    internal void Check()
    {
        var faults = Faults().ToList();
        if (faults.Count > 0) throw new ArgumentException($"The reading options cannot be used: {string.Join("; ", faults)}.");
    }

    /// <summary>What of these settings changes a reading: the models, told by length and time, and the limit of pixels.</summary>
    internal string Setting() => string.Join("; ", Models.All.Select(model => new FileInfo(Path.Combine(TessdataPath, model + ".traineddata")))
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc:O}"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"{MaxPixels} pixels")));

    private IEnumerable<string> Faults()
    {
        if (Children < 1) yield return $"{nameof(Children)} is {Children}, at least 1 is needed";
        if (PageTimeout <= TimeSpan.Zero) yield return $"{nameof(PageTimeout)} is {PageTimeout}, it has to be positive";
        if (FileTimeout <= TimeSpan.Zero) yield return $"{nameof(FileTimeout)} is {FileTimeout}, it has to be positive";
        if (MemoryLimit < 512L << 20) yield return $"{nameof(MemoryLimit)} is {MemoryLimit} bytes, at least 512 MiB are needed";
        if (MaxPixels < 1) yield return $"{nameof(MaxPixels)} is {MaxPixels}, it has to be positive";
        if (MaxPages < 1) yield return $"{nameof(MaxPages)} is {MaxPages}, it has to be positive";
        if (!File.Exists(ChildPath)) yield return $"{nameof(ChildPath)} names no file: {ChildPath}";
        foreach (var model in Models.All.Where(model => !File.Exists(Path.Combine(TessdataPath, model + ".traineddata"))))
            yield return $"{nameof(TessdataPath)} has no {model}.traineddata: {TessdataPath} (Debian: tesseract-ocr-swe, tesseract-ocr-script-latn)";
    }
}
