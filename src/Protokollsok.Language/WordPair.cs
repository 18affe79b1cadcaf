namespace Protokollsok.Language;

/// <summary>Two neighbouring words as the model knows them, see <see cref="SwedishModel.After"/>.</summary>
/// <param name="IsKnown">Whether the model kept them, and with them maybe what stands after them.</param>
/// <param name="Key">Their key in its tables.</param>
/// <param name="LogWeight">What is added, logarithm, where the word after them is judged by the second of them alone.</param>
public readonly record struct WordPair(bool IsKnown, ulong Key, double LogWeight);
