namespace Protokollsok.Language;

/// <summary>Some first letters of words of the model: a place in its word graph, reached by <see cref="SwedishModel.TryStep"/>.</summary>
/// <param name="Edges">Where the ways on begin; 0 when there are none.</param>
/// <param name="Number">The entry's number when the letters are one, see <paramref name="IsEntry"/>.</param>
/// <param name="IsEntry">Whether the letters are an entry of the lexicon: a word, or only the first part of compounds.</param>
public readonly record struct WordPrefix(int Edges, int Number, bool IsEntry);
