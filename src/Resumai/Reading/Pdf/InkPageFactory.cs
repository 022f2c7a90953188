using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Makes <see cref="SeenPage"/>s of PdfPig's page dictionaries. PdfPig calls the constructor.</summary>
internal sealed class InkPageFactory : BasePageFactory<SeenPage>
{
    /// <summary>The parameters are those that PdfPig looks for; its own parser of content is not used.</summary>
    public InkPageFactory(IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider, IPageContentParser _, ParsingOptions parsingOptions)
        : base(pdfScanner, resourceStore, filterProvider, new ContentParser(), parsingOptions)
    {
    }

    protected override SeenPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var context = (ReadingContext)ParsingOptions;
        var frame = PageFrame.Of(initialMatrix.Transform(mediaBox.Bounds), initialMatrix.Transform(cropBox.Bounds));
        var reader = new ContentReader(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, context, frame);
        reader.UseResources(dictionary);
        reader.Process(pageNumber, operations);
        var annotations = new PageAnnotations(dictionary, PdfScanner);
        IReadOnlyList<Link> links = [];
        try
        {
            links = annotations.Links(frame, initialMatrix);
            foreach (var (form, placing) in annotations.Appearances()) reader.DrawAppearance(form, placing);
        }
        // A broken annotation must not cost the text of the page; what it throws depends on what is broken.
        catch (Exception e) when (e is not (OutOfMemoryException or TooComplexException))
        {
            context.Logger.Warn(e.Message);
        }
        var ink = new PageInk(pageNumber, frame.Width, frame.Height, reader.Glyphs, reader.Paints, reader.Shapes, links);
        return SeenPage.Of(ink, new ImageColors(PdfScanner, FilterProvider));
    }
}
