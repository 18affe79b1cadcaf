namespace Protokollsok.Reading.Tests;

/// <summary>The files of TestData, and files made for one test.</summary>
internal static class Sample
{
    /// <summary>What is printed on most samples (TestData/make.py), without the empty lines.</summary>
    public static readonly string[] Lines =
    [
        "Björkåsa kommun",
        "Fritids- och ängsnämnden",
        "§ 14 Bidrag till Övre Sågkärrs bystuga",
        "Dnr FÄN 2021-77",
        "Nämnden har fått en ansökan om bidrag till nytt tak på bystugan. Föreningen",
        "äger huset sedan 1931 och håller det öppet för alla som bor häromkring.",
        "Kostnaden är beräknad till 184 500 kr, varav föreningen själv står för 12,5 %.",
        "Räntan på lånet är 3,5 % om året. Åtgärden är nödvändig före vintern, då",
        "snön annars trycker in bräderna över läktaren ännu ett år.",
        "Nämndens beslut",
        "1. Föreningen får 90 000 kr ur anslaget för byggnader på landsbygden.",
        "2. Förvaltningen följer upp arbetet enligt § 9 och återkommer före årets slut.",
        "Utdraget skickas till Märta Åkerblom-Östh, Övre Sågkärr.",
    ];

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "TestData", name);
}

/// <summary>A file that goes when its test does.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] content, string extension = ".bin")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + extension);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
