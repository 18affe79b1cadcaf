using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Protokollsok.Documents;

/// <summary>The gate at which all text and all file names become NFC (composed: <c>å</c> is one character). Nothing behind it normalises again.</summary>
public static class Nfc
{
    /// <summary>The text in NFC. A lone surrogate, which has no normal form, becomes U+FFFD first.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the gate.")]
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }
}
