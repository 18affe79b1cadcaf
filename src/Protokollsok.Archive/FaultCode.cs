namespace Protokollsok.Archive;

/// <summary>The codes of faults; texts, stable, for programs.</summary>
public static class FaultCode
{
    /// <summary>The original does not have the checksum that names it.</summary>
    public const string ChecksumMismatch = "checksum-mismatch";

    /// <summary>The original is there and cannot be read: a bad sector, a lost permission.</summary>
    public const string OriginalUnreadable = "original-unreadable";

    /// <summary>The ledger has a document whose original is not in the archive.</summary>
    public const string OriginalMissing = "original-missing";

    /// <summary>The archive has an original that the ledger does not know.</summary>
    public const string NotInLedger = "not-in-ledger";

    /// <summary>Something of a deleted document is still there: its original, what was read or understood, an answer.</summary>
    public const string DeletedRemains = "deleted-remains";

    /// <summary>The ledger says that the document was read, and the slow half is not there.</summary>
    public const string ReadingMissing = "reading-missing";

    /// <summary>The slow half is damaged.</summary>
    public const string ReadingUnreadable = "reading-unreadable";

    /// <summary>The ledger says that the document was understood, and the quick half is not there.</summary>
    public const string RecordMissing = "record-missing";

    /// <summary>The quick half is damaged, or another document's.</summary>
    public const string RecordUnreadable = "record-unreadable";

    /// <summary>The ledger's tables contradict each other.</summary>
    public const string Accounting = "accounting";
}
