using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>What the API says of a file that it took in.</summary>
/// <param name="Outcome"><c>new</c>, or <c>duplicate</c> when the same content had come before.</param>
internal sealed record UploadAnswer(DocumentId Id, string FileName, string Outcome);
