namespace Resumai;

/// <summary>Why a document gave no record: a stable code of the API (contract, section 2) and a sentence a person can act on.</summary>
public sealed record ParseError(string Code, string Message)
{
    public static ParseError Encrypted { get; } = new("encrypted_document", "The document is protected by a password. Remove the protection and upload it again.");
    public static ParseError Corrupt { get; } = new("corrupt_document", "The document is damaged or incomplete and cannot be opened. Export it again from the program that made it.");
    public static ParseError NoText { get; } = new("no_text_found", "No text was found in the document. Upload a version with selectable text.");
    public static ParseError TooManyPages { get; } = new("too_many_pages", "The document has more pages than are read. Upload the CV alone.");
    public static ParseError TooComplex { get; } = new("too_complex", "The document unpacks to more than is read. Export it again as a plain PDF or DOCX.");
    public static ParseError OcrUnavailable { get; } = new("ocr_unavailable", "The document is a picture, and the text recognition it needs is not installed on this server. Upload a version with selectable text, or have the operator run tools/install-packages.");
    public static ParseError TimedOut { get; } = new("timed_out", "Reading the document took too long and was stopped. Export it again as a plain PDF or DOCX.");
    public static ParseError MemoryExceeded { get; } = new("memory_exceeded", "Reading the document took more memory than allowed. Export it again as a plain PDF or DOCX.");
    public static ParseError Crashed { get; } = new("parser_crashed", "The document stopped the program that reads it. Export it again as a plain PDF or DOCX.");
    public static ParseError Internal { get; } = new("internal_error", "The document could not be read because of an error on our side. Upload it again later.");
}
