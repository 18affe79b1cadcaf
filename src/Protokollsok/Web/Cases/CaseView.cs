using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Web.Cases;

/// <summary>One case through boards and years.</summary>
/// <param name="Key">The form under which all spellings of the case meet.</param>
/// <param name="Printed">How it is printed in the documents, each spelling once.</param>
/// <param name="OtherKeys">Other cases that the spelling asked for may mean; each has its own address.</param>
/// <param name="Coverage">How much of the archive was searched.</param>
/// <param name="Documents">How many searchable documents name the case.</param>
/// <param name="Complete">Whether all of them are told here; of a very large case only the newest are.</param>
/// <param name="Municipalities">Those whose documents these are. More than one may be as many cases that share a number: ask for one of them.</param>
/// <param name="Boards">Those that had it, in the order of their first step.</param>
/// <param name="From">The first step's date; null if none has a date.</param>
/// <param name="To">The last step's date; null if none has a date.</param>
/// <param name="Steps">In the order of their dates; what has no date comes last.</param>
/// <param name="Comparisons">What was proposed against what was decided, in the order of the steps.</param>
internal sealed record CaseView(
    string Key, IReadOnlyList<string> Printed, IReadOnlyList<string> OtherKeys, SearchCoverage Coverage, int Documents, bool Complete,
    IReadOnlyList<string> Municipalities, IReadOnlyList<string> Boards, CalendarDate? From, CalendarDate? To, IReadOnlyList<CaseStep> Steps, IReadOnlyList<CaseComparison> Comparisons);
