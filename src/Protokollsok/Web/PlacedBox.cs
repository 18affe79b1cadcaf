using Protokollsok.Documents;

namespace Protokollsok.Web;

/// <summary>A box on one page's image.</summary>
/// <param name="Page">1-based.</param>
/// <param name="Box">In pixels of the page image.</param>
internal sealed record PlacedBox(int Page, Box Box);
