namespace Protokollsok.Web;

/// <summary>One page of the list of documents, in the order of their last change.</summary>
/// <param name="Documents">Without their texts.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record DocumentList(IReadOnlyList<DocumentLine> Documents, string? Next);
