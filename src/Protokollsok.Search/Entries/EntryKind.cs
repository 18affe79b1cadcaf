namespace Protokollsok.Search.Entries;

/// <summary>The values of the field <see cref="IndexFields.Kind"/>.</summary>
internal static class EntryKind
{
    public const string Decision = "decision";
    public const string Proposal = "proposal";
    public const string Page = "page";
}
