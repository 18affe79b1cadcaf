using Protokollsok.Documents;

namespace Protokollsok.Reading;

/// <summary>A page, or a whole file, that cannot be read: it becomes a <see cref="Problem"/>, and the work goes on.</summary>
internal sealed class PageFailedException(string code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ProblemCode"/>'s.</summary>
    public string Code { get; } = code;
}
