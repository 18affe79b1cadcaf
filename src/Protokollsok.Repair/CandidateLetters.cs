namespace Protokollsok.Repair;

/// <summary>What the letters of a candidate say, logarithms.</summary>
/// <param name="Spelling">How likely the letters are as a Swedish word.</param>
/// <param name="Marks">How likely its marks are beside their letters.</param>
internal sealed record CandidateLetters(double Spelling, double Marks);
