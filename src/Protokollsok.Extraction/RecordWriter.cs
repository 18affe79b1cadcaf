using Protokollsok.Documents;

namespace Protokollsok.Extraction;

/// <summary>Puts what the finders found into the record, with printed forms and places.</summary>
internal sealed class RecordWriter(
    MinutesText minutes, IReadOnlyList<HeadSegment> head, ScannedValues values, IReadOnlyList<SectionTitle> titles,
        IReadOnlyList<Block> blocks, DocumentType type)
{
    private readonly FurnitureValues _furniture = FurnitureValues.Of(minutes);

    public DocumentRecord Write(DocumentRecord record)
    {
        var board = BoardFinder.Find(minutes, head, titles.Select(title => title.Head).ToList());
        var dates = Placed(values.Dates, _furniture.Dates);
        var meeting = MeetingDateFinder.FindMeeting(minutes, type, head, dates);
        var sections = Sections();
        var decisions = DecisionFinder.Find(minutes, blocks, board?.Value, record.Id);
        var written = record with
        {
            DocumentType = type,
            Title = TitleFinder.Find(minutes, type, head, titles),
            Municipality = MunicipalityFinder.Find(minutes, head),
            Board = board,
            MeetingDate = meeting,
            DocumentDate = MeetingDateFinder.FindDocument(minutes, type, head, dates, meeting),
            CaseNumbers = Placed(values.CaseNumbers, _furniture.CaseNumbers),
            Sections = sections,
            Decisions = decisions,
            Dates = dates,
            Amounts = Placed(values.Amounts, _furniture.Amounts),
            LawReferences = Placed(values.LawReferences, _furniture.LawReferences),
            DecisionReferences = DecisionReferences(),
            Votes = Votes(),
            Reservations = Reservations(),
            Recipients = RecipientFinder.Find(minutes, blocks),
            Signatories = SignatoryFinder.Find(minutes, type),
            Attachments = AttachmentFinder.Find(minutes, blocks),
        };
        return written with { Findings = [.. FindingFinder.Find(minutes, sections, titles, decisions, values), .. SectionOrder.Findings(written), .. LowConfidenceFinder.Find(written)] };
    }

    /// <summary>Values of the running text and of the furniture, in reading order.</summary>
    private List<Found<T>> Placed<T>(IReadOnlyList<ValueSpan<T>> inText, IReadOnlyList<Found<T>> inFurniture) =>
        inText.Select(value => minutes.Found(value.Value, value.Start, value.Length, value.Certainty)).Concat(inFurniture)
            .OrderBy(found => found.Place.Page).ThenBy(found => found.Place.Start).ToList();

    private List<Section> Sections() => titles.Select(title =>
    {
        var line = title.Head.Line;
        var place = minutes.PlaceOf(line.Start + title.Head.MarkAt, title.Head.NumberEnd - title.Head.MarkAt);
        var keys = SectionTitleReader.Within(values.CaseNumbers, line.Start, minutes.Lines[title.LastLine].End).Select(dnr => dnr.Value.Key)
            .Distinct().ToList();
        return new Section(title.Head.Number, title.Title, keys, place.Page, place.Start, place.Length) { Confidence = minutes.ConfidenceOf([place], title.Head.Certainty) };
    }).ToList();

    private List<Found<DecisionReference>> DecisionReferences()
    {
        var taken = new Claims(minutes.Text.Length);
        foreach (var title in titles) taken.TryTake(title.Head.Line.Start, title.Head.NumberEnd);
        foreach (var law in values.LawReferences) taken.TryTake(law.Start, law.Length);
        return DecisionReferenceFinder.Find(minutes.Text, values.Dates, taken)
            .Select(found => minutes.Found(found.Value, found.Start, found.Length)).ToList();
    }

    private List<Vote> Votes() => VoteFinder.Find(minutes.Text).Select(vote =>
    {
        var place = minutes.PlaceOf(vote.Start, vote.Length);
        return new Vote(SectionAt(vote.Start), vote.Value.Yes, vote.Value.No, vote.Value.Abstain, place.Page, place.Start, place.Length) { Confidence = minutes.ConfidenceOf([place]) };
    }).ToList();

    private List<Reservation> Reservations() => ReservationFinder.Find(minutes.Text).Concat(ReservationFinder.Headed(minutes.Text, blocks)).OrderBy(found => found.Start).Select(reservation =>
    {
        var place = minutes.PlaceOf(reservation.Start, reservation.Length);
        return new Reservation(SectionAt(reservation.Start), reservation.Value, place.Page, place.Start, place.Length) { Confidence = minutes.ConfidenceOf([place]) };
    }).ToList();

    private string? SectionAt(int position)
    {
        int low = 0, high = titles.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (titles[middle].Head.Line.Start <= position) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? null : titles[low - 1].Head.Number;
    }
}
