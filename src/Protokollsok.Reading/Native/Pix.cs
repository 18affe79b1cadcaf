using System.Runtime.InteropServices;

namespace Protokollsok.Reading.Native;

/// <summary>An image of Leptonica's, freed with its handle.</summary>
internal sealed class Pix : SafeHandle
{
    public Pix() : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    public int Width => Leptonica.pixGetWidth(this);

    public int Height => Leptonica.pixGetHeight(this);

    public int Depth => Leptonica.pixGetDepth(this);

    protected override bool ReleaseHandle()
    {
        Leptonica.pixDestroy(ref handle);
        return true;
    }
}
