using Protokollsok.Reading.Native;

namespace Protokollsok.Reading.Recognition;

/// <summary>A page as the first engine laid it out and read it. Owns the images.</summary>
/// <param name="Ink">It in black and white, as the engine saw it.</param>
internal sealed record LaidPage(CleanPage Page, IReadOnlyList<SeenLine> Lines, Pix Ink) : IDisposable
{
    /// <summary>Mean confidence of the words, 0–1; 1 if there are none.</summary>
    public double Sureness => Lines.SelectMany(line => line.Words).Select(word => word.Confidence).DefaultIfEmpty(1).Average();

    public void Dispose()
    {
        Page.Dispose();
        Ink.Dispose();
    }
}
