namespace Protokollsok.Extraction;

/// <summary>What laws are about, after <i>lag (1985:206) om …</i>: where the title ends and the sentence goes on, no sign says.</summary>
internal static class LawTitles
{
    /// <summary>Titles that boards cite, where grammar alone would end them too early or too late. The longer before the shorter.</summary>
    public const string Known =
        @"(?:medbestämmande\si\sarbetslivet|stöd\soch\sservice\still\svissa\sfunktionshindrade|vård\sav\smissbrukare\si\svissa\sfall" +
        @"|vård\sav\sunga(?:\si\svissa\sfall)?|särskilda\sbestämmelser\som\svård\sav\sunga|upphandling\sinom\sförsörjningssektorerna|offentlig\supphandling" +
        @"|upphandling\sav\skoncessioner|skydd\smot\solyckor|skydd\smot\solaga\sföljder|allmänna\svattentjänster|vissa\skommunala\sbefogenheter|kommunala\sbefogenheter" +
        @"|nationella\sminoriteter(?:\soch\sminoritetsspråk)?|valfrihetssystem(?:\sinom\ssocialtjänsten)?|skydd\sav\spersonuppgifter" +
        @"|kommunernas\soch\slandstingens\såtgärder\sinför\soch\svid\sextraordinära\shändelser\si\sfredstid\soch\shöjd\sberedskap" +
        @"|kommuners\soch\sregioners\såtgärder\sinför\soch\svid\sextraordinära\shändelser\si\sfredstid\soch\shöjd\sberedskap" +
        @"|kommunal\sredovisning|kommunal\sbokföring\soch\sredovisning|kommunala\sbostadsförsörjningsansvaret|kommunernas\sbostadsförsörjningsansvar|bostadsförsörjningens\smål\soch\smedel" +
        @"|brandfarliga\soch\sexplosiva\svaror|tobak\soch\sliknande\sprodukter|elcertifikat|energideklaration\sför\sbyggnader|exploateringssamverkan" +
        @"|gaturenhållning\soch\sskyltning|flyttning\sav\sfordon\si\svissa\sfall|kommunal\sparkeringsövervakning|felparkeringsavgift|nämndemän" +
        @"|behandling\sav\spersonuppgifter\sinom\ssocialtjänsten|samverkan\som\svård,?\ssocialtjänst\soch\somsorg|samverkan\svid\sutskrivning\sfrån\ssluten\shälso-\soch\ssjukvård" +
        @"|finansiell\ssamordning\sav\srehabiliteringsinsatser|mottagande\sav\sasylsökande(?:\sm\.fl\.)?|mottagande\sav\svissa\snyanlända\sinvandrare\sför\sbosättning" +
        @"|ansvar\sför\setableringsinsatser\sför\svissa\snyanlända\sinvandrare|god\sman\sför\sensamkommande\sbarn|rätt\still\sledighet\sför\sutbildning" +
        @"|införande\sav\s\p{Ll}+|ändring\si\s\p{Ll}+(?:\s\(\d{4}:\d+\))?|statlig\sinkomstskatt|offentlig\sanställning|gemensam\snämnd\sinom\svård-\soch\somsorgsområdet)\b";

    /// <summary>Any other: qualities and one thing, and what it is of (<c>om bidrag till vissa skolor</c>); no pronoun, which would refer back
    /// into the sentence.</summary>
    public const string Unknown =
        Qualities + @"\p{Ll}[\p{Ll}-]+(?:\s(?:av|till|för|mot|inom)\s(?!(?:att|det|den|de|detta|denna|dessa|sin|sitt|sina|vilken|vilket|vilka)\b)" + Qualities + @"\p{Ll}[\p{Ll}-]+)?(?:\sinom\s\p{Ll}{3,}(?:väsendet|tjänsten|vården|området|sektorn|sektorerna|skolan|verksamheten))?";

    private const string Qualities = @"(?:(?:viss[at]?|allmänn?a?|enskild[at]?|särskil[dt]a?|kommunal[at]?|statlig[at]?|offentlig[at]?|svensk[at]?|\p{Ll}{2,20}lig[at]?)\s){0,3}";
}
