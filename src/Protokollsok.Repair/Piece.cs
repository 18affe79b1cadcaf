namespace Protokollsok.Repair;

/// <summary>A stretch of one line: letters, digits and what is read for letters, without a blank or another sign inside.</summary>
/// <param name="Line">0-based.</param>
/// <param name="Ordinal">0-based among the line's pieces; repair keeps it.</param>
/// <param name="Start">In the line.</param>
internal readonly record struct Piece(int Line, int Ordinal, int Start, int Length);
