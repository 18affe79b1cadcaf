namespace Protokollsok.Processing;

/// <summary>Something that does not work just now and is tried again.</summary>
/// <param name="What">A file, a folder, a step.</param>
/// <param name="Why">English, or the operating system's words.</param>
/// <param name="Since">UTC.</param>
internal sealed record Trouble(string What, string Why, DateTimeOffset Since);
