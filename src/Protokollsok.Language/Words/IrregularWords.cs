using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>A word that no rule inflects: changed vowels, strong verbs, compared adjectives.</summary>
/// <param name="Slots">Its commonest forms, the normal one first: what stands for the slots of a paradigm.</param>
internal sealed record IrregularWord(string Normal, WordClass Class, string[] Slots);

/// <summary>The words that no rule inflects, each line with its normal form first. A noun's and a verb's form may also take s.</summary>
internal static class IrregularWords
{
    /// <summary>The longest form in the tables, with its s.</summary>
    public const int LongestForm = 20;

    private const string Nouns = """
        bok boken böcker böckerna
        fot foten fötter fötterna
        rot roten rötter rötterna
        natt natten nätter nätterna
        hand handen händer händerna
        strand stranden stränder stränderna
        rand randen ränder ränderna
        tand tanden tänder tänderna
        brand branden bränder bränderna
        stand standen ständer ständerna
        land landet länder länderna landen
        stad staden städer städerna stan
        stång stången stänger stängerna
        tång tången tänger tängerna
        spång spången spänger spängerna
        kraft kraften krafter krafterna
        man mannen män männen
        far fader fadern fäder fäderna
        mor moder modern mödrar mödrarna
        bror broder brodern bröder bröderna
        dotter dottern döttrar döttrarna
        syster systern systrar systrarna
        förälder föräldern föräldrar föräldrarna
        son sonen söner sönerna
        ledamot ledamoten ledamöter ledamöterna
        bot boten böter böterna
        nöt nöten nötter nötterna
        gås gåsen gäss gässen
        mus musen möss mössen
        lus lusen löss lössen
        öga ögat ögon ögonen
        öra örat öron öronen
        hjärta hjärtat hjärtan hjärtana
        huvud huvudet huvuden huvudena huvudena
        sommar sommaren somrar somrarna
        afton aftonen aftnar aftnarna
        morgon morgonen morgnar morgnarna
        djävul djävulen djävlar djävlarna
        nyckel nyckeln nycklar nycklarna
        finger fingret fingrar fingrarna
        himmel himlen himmeln himlar himlarna
        verkstad verkstaden verkstäder verkstäderna
        bonde bonden bönder bönderna
        dom domen domar domarna
        fond fonden fonder fonderna
        år året åren
        skjuts skjutsen skjutsar skjutsarna
        väg vägen vägar vägarna vägnar
        barn barnet barnen
        län länet länen
        dag dagen dar dagar dagarna
        fordran fordringar fordringarna
        ansökan ansökningar ansökningarna ansökningen
        anmälan anmälningar anmälningarna anmälningen
        inbjudan inbjudningar inbjudningarna inbjudningen
        förfrågan förfrågningar förfrågningarna förfrågningen
        anhållan
        början
        önskan önskningar
        verkan verkningar verkningarna
        samverkan
        påverkan
        medverkan
        inverkan
        strävan strävanden
        tvekan
        längtan
        väntan
        fruktan
        vädjan
        uppmaning uppmaningen uppmaningar uppmaningarna
        prövning prövningen prövningar prövningarna
        fullmäktige fullmäktiges
        talan
        begäran
        efterfrågan
        hemställan
        överklagan
        stadga stadgan stadgar stadgarna
        kollega kollegan kollegor kolleger kollegorna kollegerna
        material materialet materialen
        datum datumet datumen
        medium mediet medier medierna media
        kriterium kriteriet kriterier kriterierna kriterie
        faktum faktumet fakta
        data datan
        forum forumet
        individ individen individer individerna
        enhet enheten enheter enheterna
        """;

    // Infinitive, present, past, supine, participles. The passive's and the genitive's s is added to each.
    private const string Verbs = """
        binda binder band bundit bunden bundet bundna binds
        bita biter bet bitit biten bitet bitna bits
        bjuda bjuder bjöd bjudit bjuden bjudet bjudna bjuds
        brinna brinner brann brunnit brunnen
        brista brister brast brustit brusten brustna
        bryta bryter bröt brutit bruten brutet brutna bryts
        bära bär bar burit buren buret burna
        be ber bad bett bedd bedda bedja beder
        dra drar drog dragit dragen draget dragna draga drager
        dricka dricker drack druckit drucken drucket druckna dricks
        driva driver drev drivit driven drivet drivna drivs
        dö dör dog dött
        föda föder födde fötts
        dölja döljer dolde dolt dold dolda döljs
        falla faller föll fallit fallen fallet fallna
        fara for farit faren farna
        finna finner fann funnit funnen funnet funna finns
        flyga flyger flög flugit
        flyta flyter flöt flutit fluten
        frysa fryser frös frusit frusen fruset frusna fryses
        försvinna försvinner försvann försvunnit försvunnen försvunna
        ge ger gav gett givit given givet givna giva giver
        glädja gläder gladde glatt
        glida glider gled glidit
        gripa griper grep gripit gripen gripet gripna grips
        gråta gråter grät gråtit
        gå går gick gått gångna
        göra gör gjorde gjort gjord gjorda
        hinna hinner hann hunnit
        hålla håller höll hållit hållen hållet hållna hålls
        kliva kliver klev klivit
        knyta knyter knöt knutit knuten knutet knutna knyts
        komma kommer kom kommit kommen kommet komna
        krypa kryper kröp krupit
        le ler log
        lida lider led lidit
        ligga ligger låg legat
        ljuda ljuder ljöd ljudit
        låta låter lät låtit låten låtet låtna låts
        lägga lägger lade la lagt lagd lagda läggs
        njuta njuter njöt njutit
        rida rider red ridit
        rinna rinner rann runnit
        riva river rev rivit riven rivet rivna rivs
        se ser såg sett sedd sedda
        sitta sitter satt suttit
        sjunga sjunger sjöng sjungit sjungs
        sjunka sjunker sjönk sjunkit
        skilja skiljer skilde skilt skild skilda skiljs
        skina skiner sken skinit
        skjuta skjuter sköt skjutit skjuten skjutet skjutna
        skrida skrider skred skridit skriden skridet skridna skrids
        skriva skriver skrev skrivit skriven skrivet skrivna skrivs
        skära skär skar skurit skuren skuret skurna
        slippa slipper slapp sluppit
        slita sliter slet slitit sliten slitet slitna slits
        slå slår slog slagit slagen slaget slagna
        sluta slöt slutit sluten slutet slutna sluts sluter
        smörja smörjer smorde smort smord smorda smörjs
        sprida sprider spred spridde spridit spritt spridd spridda sprids
        springa springer sprang sprungit
        spricka spricker sprack spruckit sprucken spruckna
        spörja spörjer sporde sport
        stiga stiger steg stigit
        stjäla stjäl stal stulit stulen stulet stulna
        stinga stinger stack stuckit stucken stuckna
        strida strider stred stridit
        stryka stryker strök strukit struken struket strukna stryks
        stå står stod stått stånden
        stödja stödjer stöder stödde stött stödd stödda stöds
        svälja sväljer svalde svalt
        svära svär svor svurit
        säga säger sade sa sagt sagd sagda sägs
        sälja säljer sålde sålt såld sålda säljs
        sätta sätter satte satt sätts
        ta tar tog tagit tagen taget tagna taga tager
        tiga tiger teg tigit
        tvinga tvingar tvingade tvingat tvang tvungit tvungen tvunget tvungna
        tälja täljer talde talt
        veta vet visste vetat
        vika viker vek vikit viken vikna viks
        vinna vinner vann vunnit vunnen vunnet vunna vinns
        vrida vrider vred vridit vriden vridet vridna vrids
        välja väljer valde valt vald valda väljs
        vänja vänjer vande vant
        äta äter åt ätit äten ätna äts
        besluta beslutar beslutade beslutat beslöt beslutit beslutna
        innebära innebär innebar inneburit
        tillhandahålla tillhandahåller tillhandahöll tillhandahållit tillhandahållen tillhandahållet tillhandahållna tillhandahålls
        heta heter hette hetat
        leva lever levde levt levs
        """;

    private const string Adjectives = """
        stor stort stora större störst största
        liten litet lilla lille små mindre minst minsta smått
        god gott goda godare godast
        bra bäst bästa bättre
        dålig dåligt dåliga sämre sämst sämsta värre värst värsta
        gammal gammalt gamla gamle
        äldre äldst äldsta
        ung ungt unga yngre yngst yngsta
        lång långt långa längre längst längsta
        hög högt höga högre högst högsta höge
        låg lågt låga lägre lägst lägsta
        tung tungt tunga tyngre tyngst tyngsta
        grov grovt grova grövre grövst grövsta
        trång trångt trånga trängre trängst trängsta
        nära närmare närmast närmaste
        främre främst främsta
        bred brett breda bredare bredast
        öppen öppet öppna öppnare
        född fött födda
        sen sent sena senare senast senaste
        """;

    private static readonly FrozenDictionary<string, IrregularWord[]> ByForm = Build();

    private static readonly FrozenDictionary<string, IrregularWord[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByForm.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that this is a form of: <i>satt</i> is one of <i>sitta</i> and of <i>sätta</i>.</summary>
    public static ReadOnlySpan<IrregularWord> With(ReadOnlySpan<char> form) => Lookup.TryGetValue(form, out var words) ? words : [];

    private static FrozenDictionary<string, IrregularWord[]> Build()
    {
        var forms = new Dictionary<string, List<IrregularWord>>(StringComparer.Ordinal);
        Add(forms, Adjectives, WordClass.Adjective);
        Add(forms, Nouns, WordClass.Noun);
        Add(forms, Verbs, WordClass.Verb);
        return forms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, List<IrregularWord>> forms, string table, WordClass kind)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            var entry = new IrregularWord(words[0], kind, words[..Math.Min(4, words.Length)]);
            foreach (var form in words)
            {
                Add(forms, form, entry);
                if (kind != WordClass.Adjective) Add(forms, form + "s", entry);
            }
        }
    }

    private static void Add(Dictionary<string, List<IrregularWord>> forms, string form, IrregularWord word)
    {
        if (!forms.TryGetValue(form, out var words)) forms[form] = words = [];
        if (!words.Contains(word)) words.Add(word);
    }
}
