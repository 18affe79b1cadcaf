using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Protokollsok.Page.Tests;

/// <summary>
/// What one person does in a browser of her own. Whatever she does: nothing is told on the console, nothing is asked of another host, no
/// dialog opens by itself; the end of the visit sees to it.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];
    private readonly string _host;
    private IPage? _page;

    public Visit(PageHome home, IBrowserContext context)
    {
        (_context, _host) = (context, home.Address.Authority);
        _context.SetDefaultTimeout(60_000);
        _context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue($"console: {message.Text}");
        };
        _context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != _host) _complaints.Enqueue($"asked of another host: {request.Url}");
        };
        _context.Dialog += async (_, dialog) =>
        {
            _complaints.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        _context.WebError += (_, error) => _complaints.Enqueue($"script: {error.Error}");
    }

    public IPage Page => _page ?? throw new InvalidOperationException("Go somewhere first.");

    public IBrowserContext Context => _context;

    public async Task<IPage> GoAsync(string address)
    {
        _page ??= await _context.NewPageAsync();
        await _page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        return _page;
    }

    public async Task SignInAsync(string to = "/inkorg", string secret = PageHome.Secret)
    {
        var page = await GoAsync($"/logga-in?till={to}");
        await page.GetByLabel("Nyckel", new() { Exact = true }).FillAsync(secret);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Logga in" }).ClickAsync();
        await page.WaitForURLAsync($"**{to}");
    }

    /// <summary>What the browser is expected to tell of, a refusal that was provoked.</summary>
    public void Forgive(string part)
    {
        var kept = _complaints.Where(complaint => !complaint.Contains(part, StringComparison.Ordinal)).ToList();
        _complaints.Clear();
        foreach (var complaint in kept) _complaints.Enqueue(complaint);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
