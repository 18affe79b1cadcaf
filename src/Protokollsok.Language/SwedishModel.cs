namespace Protokollsok.Language;

/// <summary>The statistical model of Swedish. (Signature only: the room's owner fills it in.)</summary>
public sealed class SwedishModel : IDisposable
{
    /// <summary>Opens a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this version.</exception>
    public static SwedishModel Open(string path) => throw new NotImplementedException(path);

    /// <summary>How often the word (lower case) stands in the corpus; 0 for an unknown one.</summary>
    public int Count(ReadOnlySpan<char> word) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
