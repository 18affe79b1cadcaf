namespace Protokollsok.Language;

/// <summary>How large a model is built.</summary>
public sealed record ModelBuildOptions
{
    /// <summary>A word must stand this often in the corpus; at least 2, so that nothing seen once is in the model. Default 2.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>A folder with <c>terms.txt</c>, <c>names.txt</c> and, if there are more, <c>names-….txt</c>: words that the model is to know whatever the corpus holds; <see langword="null"/>: none.</summary>
    public string? ListFolder { get; init; }

    /// <summary>Pairs of words that are kept, four bytes each. Default 215,000.</summary>
    public int MostPairs { get; init; } = 215_000;

    /// <summary>Triples of words that are kept, four bytes each. Default 150,000.</summary>
    public int MostTriples { get; init; } = 150_000;
}
