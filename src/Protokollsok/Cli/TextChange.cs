using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>A change of <c>repair --changes</c>, placed in the input.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units of the input.</param>
internal sealed record TextChange(int Line, int Column, string Was, string Now, double Confidence, bool Applied, string? Second, string Reason)
{
    /// <summary>Corrections are placed in the repaired text; what was applied before one moved it by the difference of the lengths.</summary>
    /// <param name="input">The text as it came.</param>
    /// <param name="corrections">In the text's order.</param>
    /// <param name="firstLine">The 1-based number of the text's first line in the file.</param>
    public static IEnumerable<TextChange> Of(string input, IEnumerable<Correction> corrections, int firstLine)
    {
        int moved = 0, line = firstLine, lineStart = 0, seen = 0;
        foreach (var correction in corrections)
        {
            var start = correction.Start - moved;
            for (; seen < start; seen++)
            {
                if (input[seen] != '\n') continue;
                line++;
                lineStart = seen + 1;
            }

            yield return new TextChange(
                line, start - lineStart + 1, correction.Was, correction.Now, correction.Confidence, correction.Applied, correction.Second, correction.Reason);
            if (correction.Applied) moved += correction.Now.Length - correction.Was.Length;
        }
    }
}
