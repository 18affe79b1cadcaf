using System.Collections.Frozen;

namespace Protokollsok.Language.Words;

/// <summary>
/// Words without inflection, or so common and so short that the rules of inflection would only do them harm: pronouns, prepositions,
/// conjunctions, auxiliaries, adverbs, numerals, months and days. Each is its own normal form and never part of a compound's head.
/// </summary>
internal static class ClosedWords
{
    private static readonly FrozenSet<string> All = (
        // Pronouns and articles.
        "jag du han hon den det vi ni de mig mej dig dej honom henne oss er dem dom sig sej min mitt mina din ditt dina sin sitt sina vår vårt våra ert era " +
        "hans hennes dess deras en ett denna denne dennes detta dessa dessas någon något några ingen inget inga man mans ens vem vems vad vilken vilket vilka vars " +
        "som annan annat andra andras all allt alla allas båda bådas bägge varje var vart envar sådan sådant sådana samma själv självt själva egen eget egna " +
        "varandra varandras många flera fler flesta mycket mycken mer mera mest få färre lite litet somliga samtliga vardera ingendera endera densamma detsamma " +
        "desamma icke vederbörande " +
        // Prepositions and conjunctions.
        "i på av till från för med mot hos om över under genom efter före innan inom utan utom utanför innanför ovanför nedanför mellan bland vid åt ur per " +
        "inför kring omkring runt längs bakom framför bredvid enligt trots sedan tills emot gentemot angående avseende beträffande rörande exklusive inklusive via " +
        "och eller men samt utan för att så när då om eftersom medan fast fastän ifall huruvida såsom liksom än både antingen varken dels respektive resp " +
        "såväl jämte förutom oavsett istället ifrån mellan ovan nedan därest ty " +
        // Auxiliaries.
        "är var varit vara vore ha har hade haft hava kan kunde kunnat kunna ska skall skulle vill ville velat vilja må måtte måste bör borde böra bort lär " +
        "torde får fick fått få blir blev blivit bli bliva månde " +
        // Adverbs.
        "inte ej icke aldrig alltid ofta sällan nu nyss snart strax redan ännu igen åter sedan sen senare senast sist först hit dit här där var vart hur varför " +
        "varifrån därifrån härifrån hemma bort borta in inne ut ute upp uppe ned ner nere fram framme bak bakåt framåt uppåt nedåt utåt inåt tillbaka " +
        "också även bara endast enbart blott just precis ganska väl nog kanske möjligen visst ju väl dock likväl ändå alltså därför således följaktligen " +
        "däremot dessutom därtill därmed därvid därav därefter därutöver därigenom därom därpå därför härmed härvid härav härom härtill varvid varav varmed " +
        "varefter vartill varigenom varom hittills numera nuförtiden idag igår imorgon ikväll inatt annars ibland iblandåt ungefär cirka ca nästan alldeles helst gärna " +
        "hellre ytterst synnerligen mycket alltför för så sålunda ens knappt föga tillika tillsammans ihop isär samman ensam emellertid emellan överallt någonstans " +
        "ingenstans någonting ingenting allting någonsin ingalunda åtminstone minst åtskilligt utöver vidare framöver framdeles hädanefter bl dvs osv mm etc " +
        "exempelvis nämligen nedan ovan härefter framgent jämväl desto ju ja nej jo tack alltjämt fortfarande samtidigt emedan förr förut tidigt sent fort snarast " +
        "snarare omgående överens isär iväg förbi omkull bakom utifrån inifrån ovanifrån underifrån avvikande härigenom därjämte nära långt länge längre längst jämt ständigt " +
        "gratis praxis status plus minus moms återigen genast alls kvar talan delvis givetvis naturligtvis oftast utomlands utrikes inrikes såvitt enda " +
        // First names that look like a genitive or a definite form.
        "anders lars mats jonas hans thomas tomas andreas mattias magnus nils johannes markus lukas elias tobias niklas klas måns jens rasmus moses agnes ines doris " +
        "iris karin kerstin martin robin anna nina lena kristina helena gunnar ragnar einar ivar oskar peter per walter sven jörgen mårten torsten carsten " +
        // Numerals, months, days.
        "noll två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio " +
        "hundra tusen första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte " +
        "januari februari mars april maj juni juli augusti september oktober november december")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
