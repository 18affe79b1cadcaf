namespace Protokollsok.Repair;

/// <summary>What state a line is in.</summary>
internal enum Condition
{
    /// <summary>Swedish as printed, or too little to tell.</summary>
    Sound,

    /// <summary>Swedish that lost its å, ä and ö.</summary>
    Damaged,

    /// <summary>Swedish that lost some of them; words that can stand as they are then stay.</summary>
    Mixed,

    /// <summary>Another language, signs, lists of names.</summary>
    Foreign,
}
