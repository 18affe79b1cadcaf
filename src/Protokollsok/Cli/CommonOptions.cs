using System.CommandLine;
using Protokollsok.Archive;

namespace Protokollsok.Cli;

/// <summary>Options that several commands share, so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data") { Description = "the program's home", DefaultValueFactory = _ => "./data", HelpName = "DIR" };

    public static Option<string?> Inbox() => new("--inbox") { Description = "the watched folder (default: inbox in the home)", HelpName = "DIR" };

    public static Option<bool> Json() => new("--json") { Description = "print JSON on standard output and nothing else there" };

    public static Option<string> Urls()
    {
        var urls = new Option<string>("--urls") { Description = "where the API and the page are", DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URL" };
        urls.Validators.Add(result =>
        {
            foreach (var url in (result.GetValue(urls) ?? "").Split(';').Where(url => !IsAddress(url))) result.AddError($"--urls {url}: an address like http://127.0.0.1:5080 was expected.");
        });
        return urls;
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https";

    /// <exception cref="WrongUseException">There is no home there.</exception>
    public static Home ExistingHome(string data)
    {
        var home = Home.At(data, inbox: null);
        return Directory.Exists(home.Data) ? home : throw NoHome(home);
    }

    /// <summary>The ledger for reading, also while another program writes.</summary>
    /// <exception cref="WrongUseException">There is no ledger there.</exception>
    public static LedgerReader ExistingLedger(Home home) => Ledger.OpenReadOnly(home.Data) ?? throw NoHome(home);

    private static WrongUseException NoHome(Home home) =>
        new($"{home.Data} is no home of this program; name it with --data, or make one with 'protokollsok ingest' or 'protokollsok serve'.");
}
