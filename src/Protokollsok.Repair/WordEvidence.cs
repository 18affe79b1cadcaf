namespace Protokollsok.Repair;

/// <summary>What one word says about the line that it stands on.</summary>
internal enum WordEvidence
{
    /// <summary>A Swedish word without å, ä and ö, or a compound of such words.</summary>
    Plain,

    /// <summary>A word with å, ä or ö.</summary>
    Lettered,

    /// <summary>No word as it stands, but a short one with å, ä or ö; initials and names look so by chance.</summary>
    ShortLoss,

    /// <summary>No word as it stands, but a long one with å, ä or ö.</summary>
    Loss,

    /// <summary>No word as it stands, but a compound with å, ä or ö.</summary>
    CompoundLoss,

    /// <summary>One of the words that hold English, German or Finnish together.</summary>
    Distant,

    /// <summary>Nothing that can be read as Swedish.</summary>
    Strange,

    /// <summary>No name as it stands, but one with å, ä or ö: a few prove a list of nothing but names, one proves nothing.</summary>
    NameLoss,

    /// <summary>Danish or Norwegian: one of the words that hold them together, or one with æ or ø that is no Swedish one with ä or ö.</summary>
    Nordic,
}
