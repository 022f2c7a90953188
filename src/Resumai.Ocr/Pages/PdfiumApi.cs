using System.Runtime.InteropServices;

namespace Resumai.Ocr.Pages;

/// <summary>The entry points of PDFium (fpdfview.h, fpdf_edit.h) that are used here. None is thread-safe.</summary>
internal static partial class PdfiumApi
{
    public const string Library = "pdfiumlo";

    [LibraryImport(Library)]
    public static partial void FPDF_InitLibrary();

    [LibraryImport(Library)]
    public static unsafe partial nint FPDF_LoadMemDocument(byte* bytes, int size, nint password);

    [LibraryImport(Library)]
    public static partial void FPDF_CloseDocument(nint document);

    [LibraryImport(Library)]
    public static partial int FPDF_GetPageCount(nint document);

    [LibraryImport(Library)]
    public static partial nint FPDF_LoadPage(nint document, int index);

    [LibraryImport(Library)]
    public static partial void FPDF_ClosePage(nint page);

    /// <summary>In points, as seen.</summary>
    [LibraryImport(Library)]
    public static partial double FPDF_GetPageWidth(nint page);

    [LibraryImport(Library)]
    public static partial double FPDF_GetPageHeight(nint page);

    [LibraryImport(Library)]
    public static unsafe partial nint FPDFBitmap_CreateEx(int width, int height, int format, byte* pixels, int stride);

    [LibraryImport(Library)]
    public static partial void FPDFBitmap_FillRect(nint bitmap, int left, int top, int width, int height, uint color);

    [LibraryImport(Library)]
    public static partial void FPDF_RenderPageBitmap(nint bitmap, nint page, int left, int top, int width, int height, int rotate, int flags);

    [LibraryImport(Library)]
    public static partial void FPDFBitmap_Destroy(nint bitmap);
}
