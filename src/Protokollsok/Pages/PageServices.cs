using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Protokollsok.Pages.Review;
using Protokollsok.Processing;

namespace Protokollsok.Pages;

/// <summary>What only the pages need: signing in, forms that nobody else can send, words, pictures.</summary>
internal static class PageServices
{
    /// <summary>What is not the page's answers with problems instead of pages.</summary>
    private static readonly string[] NotPages = ["/api", "/openapi", "/metrics", "/health", PagePictures.Route];

    /// <summary>What a form has around its file, in bytes.</summary>
    private const int FormAround = 1 << 16;

    public static void AddPages(this IServiceCollection services, Workshop workshop)
    {
        services.AddRazorPages().AddMvcOptions(options => options.Filters.Add<PageFaults>());
        // Swedish stays legible in the page's source, and half as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped<PageText>();
        services.AddSingleton<PagePictures>();
        services.AddSingleton<HitCards>();
        services.AddSingleton<DocumentViews>();
        services.AddSingleton<FixityCheck>();
        services.AddSingleton<QualitySurvey>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<ReviewDesk>();
        AddProtection(services, workshop);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = workshop.Settings.UploadLimit);
    }

    public static void UsePages(this WebApplication site)
    {
        site.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/fel/{0}"));
        // Behind it, so that the page that tells of a fault is found by its address.
        site.UseRouting();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseWhen(IsPage, pages => pages.Use(OnlyWhoHasSignedIn));
        PagePictures.Map(site);
        KeptReports.Map(site);
        site.MapRazorPages();
    }

    private static bool IsPage(HttpContext context) => !NotPages.Any(start => context.Request.Path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>The keys lie in the home, legible for its owner alone, as the archive itself does.</summary>
    private static void AddProtection(IServiceCollection services, Workshop workshop)
    {
        var folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(workshop.Home.Keys)
            : Directory.CreateDirectory(workshop.Home.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("protokollsok").PersistKeysToFileSystem(folder);
        // It warns that nothing encrypts them: what could would lie beside them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        var secure = workshop.Settings.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAntiforgery(options => Guard(options.Cookie, "protokollsok-formular", secure));
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            Guard(options.Cookie, "protokollsok", secure);
            options.LoginPath = SignInModel.Address;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.Events.OnValidatePrincipal = SignedIn.CheckAsync;
        });
    }

    private static void Guard(CookieBuilder cookie, string name, CookieSecurePolicy secure) =>
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = (name, true, SameSiteMode.Strict, secure);

    /// <summary>Without a sign-in everything is read-only, whatever a page forgets; and nothing of what is sent is read.</summary>
    private static Task OnlyWhoHasSignedIn(HttpContext context, RequestDelegate next)
    {
        var changes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        var signedIn = context.User.Identity?.IsAuthenticated == true;
        if (changes && !signedIn && !IsOpen(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (changes && signedIn && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = context.RequestServices.GetRequiredService<Workshop>().Settings.UploadLimit + FormAround;
        return next(context);
    }

    /// <summary>Signing in itself, and being told that one has to.</summary>
    private static bool IsOpen(PathString path) =>
        path.Equals(SignInModel.Address, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/fel", StringComparison.OrdinalIgnoreCase);
}
