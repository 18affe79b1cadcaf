using System.Text;

namespace Protokollsok.Repair.Tests;

/// <summary>Letters that a program ruined, not a scanner.</summary>
public sealed class MisencodingTests(RepairTestModel model) : IClassFixture<RepairTestModel>
{
    private const string Letters = "åäöÅÄÖ";

    [Theory]
    [InlineData("Ã¥ Ã¤ Ã¶ Ã… Ã„ Ã–")] // UTF-8 read as Windows-1252
    [InlineData("Ã¥ Ã¤ Ã¶ Ã\u0085 Ã\u0084 Ã\u0096")] // … as Latin-1
    [InlineData("ÃƒÂ¥ ÃƒÂ¤ ÃƒÂ¶ Ãƒâ€¦ Ãƒâ€ž Ãƒâ€“")] // … twice
    [InlineData("├Ñ ├ñ ├Â ├à ├ä ├û")] // … as code page 850
    [InlineData("√• √§ √∂ √Ö √Ñ √ñ")] // … as Mac Roman
    [InlineData("† „ ” \u008F Ž ™")] // code page 850 read as Windows-1252
    [InlineData("Œ Š š \u0081 € …")] // Mac Roman read as Windows-1252
    [InlineData("Õ õ ÷ ┼ ─ Í")] // Windows-1252 read as code page 850
    [InlineData("} { | ] [ \\")] // the seven bits of Sweden
    [InlineData("˚a ¨a ¨o ˚A ¨A ¨O")] // as typesetters of papers leave them
    public void Another_encoding_is_decoded(string forms)
    {
        var page = model.Repairer.Repair([Misread(DamagedTexts.Letter, forms.Split(' '))])[0];

        Assert.Equal(DamagedTexts.Letter, page.Text);
        Assert.All(page.Corrections, correction => Assert.Contains("encoding", correction.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Objektet {namn} har fältet a|b och listan [x], skrivet som {\"typ\": [1, 2]} eller f|g.")]
    [InlineData("Han sade „ja” och ”nej” … sedan gick han† hem. Varumärket Exempel™ står i Žižkov.")]
    [InlineData("Boken ”De fattiga” och filmen ”Det okända” visas. Programmet ”Var dags liv” ställs in.")] // quotes before words that ö makes others of
    [InlineData("Hon teg …de kom …det gick …var de är. |Det |De |Var | [Ta ut] [Del ett] [ven]")]
    [InlineData("São Paulo och NÃO, à la carte, 3 ÷ 4, 20 €.")]
    public void Braces_and_quotes_of_a_sound_text_stay(string line) =>
        Assert.Equal($"{DamagedTexts.Letter}\n{line}", model.Repaired($"{DamagedTexts.Letter}\n{line}"));

    [Theory]
    [InlineData("www.stad.se/v{g")]
    [InlineData("fil_f|r.docx")]
    [InlineData("sj|vik@stad.se")]
    [InlineData("KS{2018")]
    [InlineData("A{B")]
    public void What_repair_never_touches_is_not_decoded(string text)
    {
        var page = $"{Misread(DamagedTexts.Letter, ["}", "{", "|", "]", "[", "\\"])}\n";

        Assert.Equal($"{DamagedTexts.Letter}\nNämnden har {text} här.", model.Repaired($"{page}N{{mnden har {text} h{{r."));
    }

    [Theory]
    [InlineData("KSÃ¶2018", "KSÃ¶2018")]
    [InlineData("www.stad.se/vÃ¤g", "www.stad.se/vÃ¤g")]
    [InlineData("20-Ã¥rig", "20-årig")]
    [InlineData("1/Ã¥r", "1/år")]
    public void Nor_where_the_encoding_is_beyond_doubt(string read, string text) =>
        Assert.Equal($"Nämnden för {text} är här.", model.Repaired($"NÃ¤mnden fÃ¶r {read} Ã¤r hÃ¤r."));

    [Fact]
    public void Digits_around_a_decoded_sign_stay_as_they_are() =>
        Assert.Equal("Nämnden § 12 och 2018â€“2019 – år.", model.Repaired("NÃ¤mnden Â§ 12 och 2018â€“2019 â€“ Ã¥r."));

    [Theory]
    [InlineData("N\uFFFDmnden f\uFFFDresl\uFFFDr att v\uFFFDgen byggs.", "Nämnden föreslår att vägen byggs.")]
    [InlineData("N\uFFFDMNDEN F\uFFFDRESL\uFFFDR", "NÄMNDEN FÖRESLÅR")]
    [InlineData("F\uFFFD\uFFFDrslaget g\uFFFD\uFFFDller en plan.", "Förslaget gäller en plan.")] // two bytes lost for each letter
    public void Letters_lost_in_a_conversion_come_back_by_the_lexicon_and_others_stay(string read, string printed)
    {
        var repaired = model.Repaired($"{read}\nMannen som var med har fatt val.");

        Assert.StartsWith(printed, repaired, StringComparison.Ordinal);
        Assert.EndsWith("Mannen som var med har fatt val.", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_document_is_decoded_by_one_decision()
    {
        var pages = model.Repairer.Repair([Misread(DamagedTexts.Letter, ["}", "{", "|", "]", "[", "\\"]), "N{mnden"]);

        Assert.Equal("Nämnden", pages[1].Text);
    }

    private static string Misread(string text, string[] forms)
    {
        var misread = new StringBuilder();
        foreach (var letter in text)
        {
            if (Letters.IndexOf(letter, StringComparison.Ordinal) is var at and >= 0) misread.Append(forms[at]);
            else misread.Append(letter);
        }

        return misread.ToString();
    }
}
