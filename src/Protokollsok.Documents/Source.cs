namespace Protokollsok.Documents;

/// <summary>The original file.</summary>
/// <param name="FileName">As dropped, NFC, without its folder.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="MediaType">By content, not by name: <c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c>, <c>image/png</c>, <c>text/plain</c>.</param>
/// <param name="PageCount">Pages of the file, whether or not they could be read.</param>
public sealed record Source(string FileName, long Bytes, string MediaType, int PageCount);
