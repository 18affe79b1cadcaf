namespace Protokollsok.Tests;

/// <summary>A small invented extract from minutes, clean and as a reader without Swedish leaves it.</summary>
internal static class InventedMinutes
{
    public const string Clean = """
        Sälgåsens kommun
        Omsorgsnämnden
        Sammanträdesdatum 2019-05-14

        § 52 Utökat föräldrastöd i Råsjö familjecentral

        Dnr ON 2019-117

        Ärende

        Förvaltningen har sett över stödet till nyblivna föräldrar i Råsjö. Kön till samtalen är lång och personalen räcker inte till
        för de familjer som söker hjälp. Nämnden har tidigare avsatt 240 000 kronor för arbetet under våren.

        Omsorgsnämndens beslut

        1. Familjecentralen i Råsjö får 125 000 kronor för utökat föräldrastöd från 2019-08-01 till och med 2019-12-31.
        2. Förvaltningen ska redovisa hur stödet har använts senast i februari 2020.

        Beslutet skickas till:
        Råsjö familjecentral
        """;

    /// <summary>The same content in other bytes, so that it is another document.</summary>
    public static string Numbered(int number) => Clean.Replace("ON 2019-117", $"ON 2019-{number}", StringComparison.Ordinal);
}
