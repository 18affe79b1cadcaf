namespace Protokollsok.Configuration;

/// <summary>How the log is written to standard error.</summary>
internal enum LogFormat
{
    /// <summary>A line an event, for people.</summary>
    Text,

    /// <summary>A JSON value an event, for programs that gather logs.</summary>
    Json,
}
