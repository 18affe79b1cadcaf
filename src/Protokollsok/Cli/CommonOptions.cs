using System.CommandLine;
using Protokollsok.Archive;
using Protokollsok.Configuration;

namespace Protokollsok.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data") { Description = "the program's home", DefaultValueFactory = _ => "./data", HelpName = "DIR" };

    public static Option<string?> Inbox() => new("--inbox") { Description = "the watched folder (default: inbox in the home)", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "print JSON on standard output and nothing else there" };

    public static Option<string?> Urls() => new("--urls") { Description = "where the API and the page are (default: http://127.0.0.1:5080)", HelpName = "URL" };

    /// <summary>The settings of a home, with what the command line says over them.</summary>
    /// <exception cref="WrongUseException">Something in them is wrong.</exception>
    public static Settings SettingsOf(string? data, string? inbox = null, string? urls = null) => Load(data, inbox, urls).Settings;

    /// <summary>The same, with where each comes from.</summary>
    public static SettingsSource Load(string? data, string? inbox = null, string? urls = null) =>
        SettingsSource.Load(data, ("inbox.folder", inbox), ("web.urls", urls));

    /// <exception cref="WrongUseException">There is no home there.</exception>
    public static Home ExistingHome(string data)
    {
        var home = Home.At(data, SettingsOf(data).Inbox);
        return Directory.Exists(home.Data) ? home : throw NoHome(home);
    }

    /// <summary>The ledger for reading, also while another program writes.</summary>
    /// <exception cref="WrongUseException">There is no ledger there.</exception>
    public static LedgerReader ExistingLedger(Home home) => Ledger.OpenReadOnly(home.Data) ?? throw NoHome(home);

    private static WrongUseException NoHome(Home home) =>
        new($"{home.Data} is no home of this program; name it with --data, or make one with 'protokollsok ingest' or 'protokollsok serve'.");
}
