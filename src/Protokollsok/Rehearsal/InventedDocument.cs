using System.Globalization;
using System.Text;
using Protokollsok.Documents;

namespace Protokollsok.Rehearsal;

/// <summary>Small minutes of an invented board, each of its own content. The text ends with a mark, so that half of one is none.</summary>
/// <param name="FileName">With <c>.txt</c>.</param>
internal sealed record InventedDocument(string FileName, string Text)
{
    private static readonly string[] Things = ["belysning", "lekplats", "gångväg", "bänkar", "bullerskydd", "cykelställ", "grillplats", "skyltar"];
    private static readonly string[] Places = ["Tallstigen", "Råsjötorget", "Björkallén", "Ängsvägen", "Kvarnbacken", "Sjögränd"];

    public byte[] Bytes => Encoding.UTF8.GetBytes(Text);

    public DocumentId Id => DocumentId.Of(new MemoryStream(Bytes));

    public static InventedDocument Numbered(int number)
    {
        var (thing, place) = (Things[number % Things.Length], Places[number / 7 % Places.Length]);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            Sälgåsens kommun
            Tekniska nämnden
            Sammanträdesdatum {2001 + (number % 20)}-0{1 + (number % 9)}-1{number % 10}

            § {1 + (number % 90)} Ny {thing} vid {place}

            Dnr TN {2001 + (number % 20)}-{number}

            Ärende

            De boende vid {place} har bett om {thing}. Förvaltningen har räknat på kostnaden och föreslår att arbetet görs i egen regi.

            Tekniska nämndens beslut

            1. Tekniska nämnden avsätter {1 + (number % 800)} 000 kronor för {thing} vid {place}.
            2. Förvaltningen ska redovisa arbetet senast i december.

            Slut på dokument {number}.
            """);
        return new InventedDocument($"TN § {number}.txt", text);
    }

    public static IReadOnlyList<InventedDocument> Series(int first, int count) => [.. Enumerable.Range(first, count).Select(Numbered)];
}
