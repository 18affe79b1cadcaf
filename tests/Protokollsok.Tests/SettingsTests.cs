using Protokollsok.Configuration;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Fact]
    public void The_committed_sample_has_every_key_explained_and_is_the_defaults()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy", "protokollsok.settings"));
        Write(string.Join('\n', lines));
        var source = Load();

        Assert.Equal(SettingKeys.All.Select(key => key.Name).Order(StringComparer.Ordinal), source.Origins.Keys.Order(StringComparer.Ordinal));
        var defaults = new Settings { Dictionary = InstalledWords.DefaultPath };
        Assert.All(SettingKeys.All, key => Assert.Equal((key.Name, key.Show(defaults)), (key.Name, key.Show(source.Settings))));
        // Above each key stands what it is.
        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line].Contains('=', StringComparison.Ordinal) && lines[line][0] is not ';') Assert.StartsWith(";", lines[line - 1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_environment_overrides_the_file_and_the_command_line_both()
    {
        Write("[inbox]\nscan-interval = 7 s\nfolder = /srv/a\n[web]\nURLS = http://127.0.0.1:1");
        var source = Load([("PROTOKOLLSOK_INBOX_FOLDER", "/srv/b"), ("PROTOKOLLSOK_WEB_URLS", "http://127.0.0.1:2"), ("PROTOKOLLSOK_TRACE", "1"), ("HOME", "/root")],
            [("web.urls", "http://127.0.0.1:3"), ("inbox.folder", null)]);

        Assert.Equal((TimeSpan.FromSeconds(7), "/srv/b", "http://127.0.0.1:3"), (source.Settings.ScanInterval, source.Settings.Inbox, source.Settings.Urls));
        Assert.Equal(("file", "environment", "command line"), (source.Origins["inbox.scan-interval"], source.Origins["inbox.folder"], source.Origins["web.urls"]));
    }

    [Theory]
    [InlineData("[inbox]\nscan-intervall = 1 s", "inbox.scan-interval")]
    [InlineData("[Inbox]\nfolders = x", "inbox.folder")]
    [InlineData("scan-interval = 1 s", "inbox.scan-interval")] // outside its section
    [InlineData("[reading]\nmax-page = 3", "reading.max-pages")]
    [InlineData("[tokens]\n= x", "")]
    public void An_unknown_key_is_refused_and_the_nearest_one_named(string file, string nearest)
    {
        Write(file);
        Assert.Contains(nearest, Assert.Throws<WrongUseException>(() => Load()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_variable_is_refused_too()
    {
        var message = Assert.Throws<WrongUseException>(() => Load([("PROTOKOLLSOK_INBOX_FOLDR", "/srv/b")])).Message;
        Assert.Contains("the nearest is PROTOKOLLSOK_INBOX_FOLDER", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[inbox]\nscan-interval = soon", "a time from")]
    [InlineData("[inbox]\nscan-interval = 5", "a time from")] // five what
    [InlineData("[inbox]\npatience = 400 h", "a time from")]
    [InlineData("[web]\nurls = localhost", "an address like")]
    [InlineData("[web]\nupload-limit = 1 KiB", "a size from")]
    [InlineData("[reading]\nmemory-limit = 64 MiB", "a size from 512 MiB")]
    [InlineData("[reading]\nchildren = 0", "a whole number")]
    [InlineData("[reading]\ntessdata = /nowhere", "a folder that is there")]
    [InlineData("[knowledge]\ndictionary = /nowhere/sv_SE.aff", "none or the path")]
    [InlineData("[repair]\napply-from = 1,0", "a number from 0 to 1")]
    [InlineData("[repair]\napply-from = 0.4", "suggest-from is higher")]
    [InlineData("[log]\nlevel = loud", "one of trace, debug")]
    [InlineData("[tokens]\nregistrator = hemligt", "at least 24 characters")]
    [InlineData("[tokens]\nregistrator = en lång hemlighet med blanktecken", "ASCII without blanks")] // no header takes it
    [InlineData("[tokens]\nregistrator = sha256:12", "64 hexadecimal digits")]
    [InlineData("[inbox]\nfolder = a\nfolder = b", "inbox:folder")] // twice
    [InlineData("[inbox]\nfolder", "line 2 is no section")]
    [InlineData("; who\n\n[tokens]\nregistrator: hemligt", "line 4 is no section")] // the line itself may hold a secret
    public void A_wrong_value_is_told_with_what_was_expected(string file, string expected)
    {
        Write(file);
        var message = Assert.Throws<WrongUseException>(() => Load()).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_between_addresses_are_none_of_theirs()
    {
        Write("[web]\nurls = http://127.0.0.1:1 ; http://127.0.0.1:2");
        Assert.Equal("http://127.0.0.1:1;http://127.0.0.1:2", Load().Settings.Urls);
    }

    [Fact]
    public void A_case_number_profile_is_read_at_the_start_and_a_wrong_line_of_it_named()
    {
        var profile = _home.Write("dnr.txt", "order: serial year\n");
        Write($"[knowledge]\ndnr-profile = {profile}");
        Assert.Equal("order: serial year\n", Load().Settings.Dnr.Format());

        _home.Write("dnr.txt", "order: serial year\nunit\n");
        Assert.Contains("Line 2 of the case number profile", Assert.Throws<WrongUseException>(() => Load()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        Write("[inbox]\npatience = x\nstilness = 1 s");
        var message = Assert.Throws<WrongUseException>(() => Load()).Message;
        Assert.Contains("patience", message, StringComparison.Ordinal);
        Assert.Contains("inbox.stillness", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_in_a_file_that_everybody_may_read_are_warned_of()
    {
        Write($"[tokens]\nregistrator = {Token.HashOf("hemligt")}");
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(Path.Combine(_home.Path, SettingsSource.FileName), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod", Assert.Single(Load().Warnings), StringComparison.Ordinal);
        File.SetUnixFileMode(Path.Combine(_home.Path, SettingsSource.FileName), UnixFileMode.UserRead);
        Assert.Empty(Load().Warnings);
    }

    [Fact]
    public void A_token_is_known_by_its_secret_alone_however_it_is_kept()
    {
        Write($"[tokens]\nRegistrator = {Token.HashOf("hemligt")}\ne-arkiv = en-mycket-lang-hemlighet-123");
        var tokens = Load().Settings.Tokens;
        Assert.Equal("registrator", Token.Find(tokens, "hemligt")?.Name);
        Assert.Equal("e-arkiv", Token.Find(tokens, "en-mycket-lang-hemlighet-123")?.Name);
        Assert.Null(Token.Find(tokens, Token.HashOf("hemligt")));
        Assert.Null(Token.Find(tokens, ""));
        Assert.DoesNotContain(tokens, token => token.ToString().Contains("hemlighet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_made_for_who_has_a_swedish_name()
    {
        var made = await TheProgram.RunAsync("settings", "--new-token", "Åsa_Ö", "--data", _home.Path);
        Assert.StartsWith("åsa_ö = sha256:", made.Output, StringComparison.Ordinal);
        Write("[tokens]\n" + made.Output);
        Assert.Equal("åsa_ö", Assert.Single(Load().Settings.Tokens).Name);
        Assert.Equal(2, (await TheProgram.RunAsync("settings", "--new-token", "Åsa Ö", "--data", _home.Path)).ExitCode);
    }

    [Fact]
    public async Task The_program_checks_its_settings_at_the_start_and_shows_them()
    {
        Write("[inbox]\nstilness = 1 s");
        var wrong = await TheProgram.RunAsync("serve", "--data", _home.Path);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("inbox.stilness is no setting; the nearest is inbox.stillness", Assert.Single(wrong.Messages.TrimEnd().Split('\n')), StringComparison.Ordinal);

        Write("[inbox]\nstillness = 3 s\n[tokens]\nregistrator = en-mycket-lang-hemlighet-123");
        var shown = await TheProgram.RunAsync("settings", "--data", _home.Path);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("; file\nstillness = 3 s", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlighet", shown.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private void Write(string text) => _home.Write(SettingsSource.FileName, text);

    private SettingsSource Load(IEnumerable<(string, string?)>? environment = null, IEnumerable<(string, string?)>? options = null) =>
        SettingsSource.Load(_home.Path, environment ?? [], options ?? []);
}
