namespace Protokollsok.Reading.Layers;

/// <summary>What is to be done with a text layer.</summary>
/// <param name="Use">Whether it is the page's text.</param>
/// <param name="Reason">For the history.</param>
internal readonly record struct Verdict(LayerUse Use, string Reason)
{
    public static Verdict Keep(string reason) => new(LayerUse.Keep, reason);

    public static Verdict Mend(string reason) => new(LayerUse.Mend, reason);

    public static Verdict Complete(string reason) => new(LayerUse.Complete, reason);

    public static Verdict Replace(string reason) => new(LayerUse.Replace, reason);
}
