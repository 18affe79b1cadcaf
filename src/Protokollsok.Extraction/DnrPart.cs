namespace Protokollsok.Extraction;

/// <summary>What a number inside a case number is.</summary>
public enum DnrPart
{
    /// <summary>Of two digits or four.</summary>
    Year,

    /// <summary>The running number of the year.</summary>
    Serial,

    /// <summary>A classification code, which is no part of the key.</summary>
    Class,
}
