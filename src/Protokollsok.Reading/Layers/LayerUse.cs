namespace Protokollsok.Reading.Layers;

/// <summary>What a text layer is good for.</summary>
internal enum LayerUse
{
    /// <summary>It is the page's text.</summary>
    Keep,

    /// <summary>It is good but for some words, which the image has.</summary>
    Mend,

    /// <summary>It is good, and there is more on the page than it knows of.</summary>
    Complete,

    /// <summary>The image is read in its stead.</summary>
    Replace,
}
