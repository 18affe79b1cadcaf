using System.Collections.Immutable;

namespace Protokollsok.Repair;

/// <summary>One way in which a program read letters in another encoding than they were written in: exactly reversible.</summary>
/// <param name="Name">Which encodings, for people.</param>
/// <param name="Forms">What å ä ö Å Ä Ö é are read as.</param>
/// <param name="IsPlain">Whether no text has such letters or signs side by side otherwise, so that one word proves it.</param>
internal sealed record Misencoding(string Name, ImmutableArray<string> Forms, bool IsPlain)
{
    private const string Letters = "åäöÅÄÖé";

    /// <summary>Signs of UTF-8 that were read as Windows-1252, besides letters.</summary>
    private static readonly ImmutableArray<(string Form, string Sign)> s_signs =
    [
        ("â€“", "–"), ("â€”", "—"), ("â€™", "’"), ("â€˜", "‘"), ("â€œ", "“"), ("â€\u009D", "”"), ("â€¦", "…"), ("â€¢", "•"), ("Â§", "§"), ("Â´", "´"), ("Â°", "°"), ("Â½", "½"), ("Â»", "»"), ("Â«", "«"),
        ("Ã¼", "ü"), ("Ã¨", "è"), ("Ã¡", "á"), ("Ã‰", "É"), ("Â\u00A0", "\u00A0"),
    ];

    public static ImmutableArray<Misencoding> All { get; } =
    [
        new("UTF-8 read as Windows-1252", ["Ã¥", "Ã¤", "Ã¶", "Ã…", "Ã„", "Ã–", "Ã©"], true) { Signs = s_signs },
        new("UTF-8 read as Latin-1", ["Ã¥", "Ã¤", "Ã¶", "Ã\u0085", "Ã\u0084", "Ã\u0096", "Ã©"], true) { Signs = s_signs },
        new("UTF-8 read twice as Windows-1252", ["ÃƒÂ¥", "ÃƒÂ¤", "ÃƒÂ¶", "Ãƒâ€¦", "Ãƒâ€ž", "Ãƒâ€“", "ÃƒÂ©"], true),
        new("UTF-8 read as code page 850", ["├Ñ", "├ñ", "├Â", "├à", "├ä", "├û", "├®"], true),
        new("UTF-8 read as code page 437", ["├Ñ", "├ñ", "├╢", "├à", "├ä", "├û", "├⌐"], true),
        new("UTF-8 read as Mac Roman", ["√•", "√§", "√∂", "√Ö", "√Ñ", "√ñ", "√©"], true),
        new("code page 850 read as Latin-1", ["\u0086", "\u0084", "\u0094", "\u008F", "\u008E", "\u0099", "\u0082"], true),
        new("code page 850 read as Windows-1252", ["†", "„", "”", "\u008F", "Ž", "™", "‚"], false),
        new("Windows-1252 read as code page 850", ["Õ", "õ", "÷", "┼", "─", "Í", "Ú"], false),
        new("Windows-1252 read as code page 437", ["σ", "Σ", "÷", "┼", "─", "╓", "Θ"], false),
        new("Windows-1252 read as Mac Roman", ["Â", "‰", "ˆ", "≈", "ƒ", "÷", "È"], false),
        new("Mac Roman read as Windows-1252", ["Œ", "Š", "š", "\u0081", "€", "…", "Ž"], false),
        new("seven-bit Swedish (SEN 85 02 00)", ["}", "{", "|", "]", "[", "\\", "`"], false),
        new("marks printed before their letters", ["˚a", "¨a", "¨o", "˚A", "¨A", "¨O", "´e"], true),
    ];

    /// <summary>What other signs are read as; decoded only beside no digit.</summary>
    public ImmutableArray<(string Form, string Sign)> Signs { get; private init; } = [];

    /// <summary>The first characters of all forms, and the others that they hold.</summary>
    public static string Beginnings { get; } = string.Concat(All.SelectMany(one => one.Forms.Concat(one.Signs.Select(sign => sign.Form))).Select(form => form[0]).Distinct());

    /// <summary>The letter that a form at a place of the text stands for, and the form's length; 0 where none stands.</summary>
    public (char Letter, int Length) LetterAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Forms.Length; i++)
        {
            if (text.StartsWith(Forms[i], StringComparison.Ordinal)) return (Letters[i], Forms[i].Length);
        }

        return ('\0', 0);
    }

    /// <summary>The same for its signs.</summary>
    public (string Sign, int Length) SignAt(ReadOnlySpan<char> text)
    {
        foreach (var (form, sign) in Signs)
        {
            if (text.StartsWith(form, StringComparison.Ordinal)) return (sign, form.Length);
        }

        return ("", 0);
    }
}
