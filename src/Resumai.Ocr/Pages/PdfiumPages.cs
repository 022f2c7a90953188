using System.Buffers;

namespace Resumai.Ocr.Pages;

/// <summary>Renders the pages of a PDF with PDFium.</summary>
internal sealed class PdfiumPages : IPageImages
{
    private const int BlueGreenRed = 2, PrintedAnnotations = 0x01;
    private MemoryHandle _bytes;
    private nint _document;

    private PdfiumPages(MemoryHandle bytes, nint document, int count) => (_bytes, _document, Count) = (bytes, document, count);

    public int Count { get; }

    /// <summary>Null when PDFium cannot open the document.</summary>
    public static unsafe PdfiumPages? Open(ReadOnlyMemory<byte> bytes)
    {
        var pinned = bytes.Pin();
        lock (PdfiumLibrary.Turn)
        {
            var document = PdfiumApi.FPDF_LoadMemDocument((byte*)pinned.Pointer, bytes.Length, 0);
            if (document != 0) return new PdfiumPages(pinned, document, PdfiumApi.FPDF_GetPageCount(document));
        }
        pinned.Dispose();
        return null;
    }

    public PageImage? Render(int page) => Render(page, RenderSize.Of);

    public PageImage? Draw(int page, int columns) => Render(page, (width, height) => RenderSize.OfWidth(width, height, columns));

    private unsafe PageImage? Render(int page, Func<double, double, (int Columns, int Rows)?> size)
    {
        lock (PdfiumLibrary.Turn)
        {
            var handle = PdfiumApi.FPDF_LoadPage(_document, page - 1);
            if (handle == 0) return null;
            try
            {
                var (width, height) = (PdfiumApi.FPDF_GetPageWidth(handle), PdfiumApi.FPDF_GetPageHeight(handle));
                if (size(width, height) is not var (columns, rows)) return null;
                var stride = (columns * 3 + 3) / 4 * 4;
                var pixels = new byte[stride * rows];
                fixed (byte* start = pixels)
                {
                    var bitmap = PdfiumApi.FPDFBitmap_CreateEx(columns, rows, BlueGreenRed, start, stride);
                    if (bitmap == 0) return null;
                    PdfiumApi.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF);
                    PdfiumApi.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, columns, rows, 0, PrintedAnnotations);
                    PdfiumApi.FPDFBitmap_Destroy(bitmap);
                }
                return new PageImage(columns, rows, Colors(pixels, columns, rows, stride), width, height);
            }
            finally
            {
                PdfiumApi.FPDF_ClosePage(handle);
            }
        }
    }

    /// <summary>Blue, green, red with padded lines become red, green, blue without.</summary>
    private static byte[] Colors(byte[] pixels, int width, int height, int stride)
    {
        for (var y = 0; y < height; y++)
        {
            var (from, to) = (y * stride, y * width * 3);
            for (var x = 0; x < width; x++, from += 3, to += 3)
            {
                (pixels[to], pixels[to + 1], pixels[to + 2]) = (pixels[from + 2], pixels[from + 1], pixels[from]);
            }
        }
        return pixels;
    }

    public void Dispose()
    {
        if (_document == 0) return;
        lock (PdfiumLibrary.Turn) PdfiumApi.FPDF_CloseDocument(_document);
        _document = 0;
        _bytes.Dispose();
    }
}
