using System.Runtime.InteropServices;

namespace Resumai.Ocr.Pages;

/// <summary>Finds PDFium: Debian ships it only as a part of LibreOffice, outside the folders of libraries.</summary>
internal static class PdfiumLibrary
{
    private static readonly string[] Names = ["libpdfium.so", "/usr/lib/libreoffice/program/libpdfiumlo.so"];
    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>Every call of PDFium is made under this lock.</summary>
    public static Lock Turn { get; } = new();

    public static bool IsInstalled => Handle.Value != 0;

    private static nint Load()
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var handle)) continue;
            NativeLibrary.SetDllImportResolver(typeof(PdfiumLibrary).Assembly, (wanted, _, _) => wanted == PdfiumApi.Library ? handle : 0);
            PdfiumApi.FPDF_InitLibrary();
            return handle;
        }
        return 0;
    }
}
