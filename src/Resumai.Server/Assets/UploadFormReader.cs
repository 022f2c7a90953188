using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Resumai.Server.Files;

namespace Resumai.Server.Assets;

/// <summary>
/// Reads <c>multipart/form-data</c> as it streams in (RFC 7578), fields in any order. Stops at the first byte too many; every other fault is
/// noted and reading goes on, because too large comes before it in the order of refusals.
/// </summary>
internal sealed class UploadFormReader(IFileStore files, UploadForm form)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private const int MostTextBytes = 4096;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _fileParts;

    /// <summary>The boundary of a multipart form, or null when the content is anything else.</summary>
    public static string? BoundaryOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= 128 } ? boundary : null;
    }

    public async Task ReadAsync(string boundary, Stream body, CancellationToken cancellation)
    {
        var counted = new CountedBody(body, UploadLimits.FileBytes + UploadLimits.OtherBytes);
        try
        {
            var reader = new MultipartReader(boundary, counted, _buffer.Length);
            while (!form.TooLarge && await reader.ReadNextSectionAsync(cancellation) is { } section) await PartAsync(section, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !cancellation.IsCancellationRequested))
        {
            form.Fault("body", "The form is cut off or malformed: it must end with its boundary.");
        }
        form.TooLarge |= counted.Exceeded;
        if (form.TooLarge) return;
        if (form.File is null && _fileParts == 0) form.Fault("file", "A file is required: send it in the part named file.");
        else if (form.File is { Size: 0 }) form.Fault("file", "The file is empty.");
        if (form.Tags.Count > UploadLimits.Tags) form.Fault("tags", TagRules.TooMany);
    }

    private async Task PartAsync(MultipartSection section, CancellationToken cancellation)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value ?? "";
        switch (name)
        {
            case "file" when ++_fileParts == 1:
                form.Filename = CleanFilename(disposition!);
                form.File = files.Receive();
                await FileAsync(section.Body, form.File, cancellation);
                break;
            case "file":
                form.Fault("file", "One file is taken a request; send each in its own.");
                await FileAsync(section.Body, null, cancellation);
                break;
            case "tags" or "locale":
                if (await TextAsync(name, section.Body, cancellation) is { } text) Field(name, text);
                break;
            default:
                form.Fault(name is { Length: > 0 and <= 64 } ? name : "body", "This part is not known: file, tags and locale are taken.");
                await FileAsync(section.Body, null, cancellation);
                break;
        }
    }

    private void Field(string name, string text)
    {
        if (name == "tags") Tag(text.Trim());
        else if (form.LocaleGiven) form.Fault("locale", "One locale is taken.");
        else Locale(text.Trim());
    }

    private void Tag(string tag)
    {
        if (TagRules.Fault(tag) is { } fault) form.Fault("tags", fault);
        else if (!form.TagList.Contains(tag)) form.TagList.Add(tag);
    }

    private void Locale(string text)
    {
        form.LocaleGiven = true;
        form.Locale = KnownLocales.Canonical(text);
        if (form.Locale is null) form.Fault("locale", "The locale is not known: a language, optionally a script and a region, like en, en-US or en_US.");
    }

    /// <summary>Receives a file, or reads over it when there is no place for it.</summary>
    private async Task FileAsync(Stream body, IncomingFile? file, CancellationToken cancellation)
    {
        var size = 0L;
        while (await NextAsync(body, cancellation) is { Length: > 0 } bytes)
        {
            size += bytes.Length;
            form.TooLarge |= size > UploadLimits.FileBytes;
            if (form.TooLarge) return;
            if (file is not null) await StoreAsync(file, bytes, cancellation);
        }
    }

    private static async Task StoreAsync(IncomingFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await file.WriteAsync(bytes, cancellation);
        }
        catch (IOException e)
        {
            // A full disk is our fault; as an IOException it would read like a form that was cut off.
            throw new InvalidOperationException("An upload could not be stored.", e);
        }
    }

    private async Task<string?> TextAsync(string name, Stream body, CancellationToken cancellation)
    {
        using var text = new MemoryStream();
        while (await NextAsync(body, cancellation) is { Length: > 0 } bytes)
        {
            if (text.Length <= MostTextBytes) text.Write(bytes.Span);
        }
        try
        {
            if (text.Length <= MostTextBytes) return StrictUtf8.GetString(text.GetBuffer(), 0, (int)text.Length);
            form.Fault(name, "The value is too long.");
        }
        catch (DecoderFallbackException)
        {
            form.Fault(name, "The value is not UTF-8.");
        }
        return null;
    }

    private async Task<ReadOnlyMemory<byte>> NextAsync(Stream body, CancellationToken cancellation)
    {
        var read = await body.ReadAsync(_buffer, cancellation);
        return _buffer.AsMemory(0, read);
    }

    /// <summary>The last part of the name that the client gave, without control characters: it is shown and offered for saving, never a path.</summary>
    private static string CleanFilename(ContentDispositionHeaderValue disposition)
    {
        var given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        if (name.Length > UploadLimits.FilenameCharacters)
        {
            // The end says what it is; a character is never cut in two.
            var start = name.Length - UploadLimits.FilenameCharacters;
            name = name[(char.IsLowSurrogate(name[start]) ? start + 1 : start)..];
        }
        return name.Length == 0 ? "file" : name;
    }
}
