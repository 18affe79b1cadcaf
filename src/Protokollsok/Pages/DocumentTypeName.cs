using Protokollsok.Documents;

namespace Protokollsok.Pages;

/// <summary>A document's type as JSON and the addresses name it: <c>tjansteskrivelse</c>.</summary>
internal static class DocumentTypeName
{
    public static string Of(DocumentType type) => type.ToString().ToLowerInvariant();
}
