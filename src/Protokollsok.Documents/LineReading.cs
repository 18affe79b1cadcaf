namespace Protokollsok.Documents;

/// <summary>
/// One printed line as read, NFC. An empty text is the gap between two blocks. Text files have lines without words.
/// </summary>
/// <param name="Text">The line, without its line break.</param>
/// <param name="Words">Its words in reading order.</param>
public sealed record LineReading(string Text, IReadOnlyList<WordReading> Words);
