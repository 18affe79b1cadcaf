namespace Protokollsok.Processing;

/// <summary>The processes that read a document's pages died. It may pass; the document is read again.</summary>
internal sealed class ReaderDiedException(string message) : IOException(message);
