namespace Protokollsok.Extraction;

/// <summary>What a heading opens.</summary>
internal enum HeadingKind
{
    /// <summary>Text that decides nothing: matter, background, consequences.</summary>
    Matter,

    /// <summary>What was decided.</summary>
    Decision,

    /// <summary>What is proposed.</summary>
    Proposal,

    /// <summary><i>Förslag</i> alone: a proposal only where the document has no better heading for it.</summary>
    WeakProposal,

    /// <summary>Documents that the decision rests on.</summary>
    Basis,

    /// <summary>Attachments.</summary>
    Attachments,

    /// <summary>Motions, and how they were put to the vote: full of decision verbs, and no decisions.</summary>
    Procedure,

    /// <summary>Reservations.</summary>
    Reservation,

    /// <summary>Who is told of the decision.</summary>
    Recipients,

    /// <summary>What delegates decided and the board takes note of.</summary>
    Delegated,

    /// <summary>The cover sheet, signatures, posting.</summary>
    Formalities,
}
