namespace Protokollsok.Reading.Poppler;

/// <summary>How a rendered page comes out of Poppler.</summary>
internal enum RenderedForm
{
    /// <summary>Raw grey (PGM), for reading.</summary>
    Grey,

    /// <summary>Raw colour (PPM), for a picture that is made of it: packing it as PNG in between takes most of a second.</summary>
    Colour,

    /// <summary>PNG, for whoever asked for the very pixels.</summary>
    Png,
}
