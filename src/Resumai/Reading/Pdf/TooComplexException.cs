namespace Resumai.Reading.Pdf;

/// <summary>The document unpacks or draws more than is read; thrown and caught inside this folder.</summary>
internal sealed class TooComplexException : Exception;
