namespace Resumai.Hosting;

/// <summary>What a frame of the parse-host protocol carries.</summary>
public enum FrameKind : byte
{
    /// <summary>Host → server, once, first: <see cref="HostHello"/> as JSON.</summary>
    Hello = 1,
    /// <summary>Server → host: <see cref="HostRequest"/> as JSON; a <see cref="Document"/> frame follows.</summary>
    Request = 2,
    /// <summary>Server → host: the document's bytes.</summary>
    Document = 3,
    /// <summary>Host → server: two bytes, the <see cref="ParseStage"/> and 1 when it has finished, 0 when it begins.</summary>
    Stage = 4,
    /// <summary>Host → server, before the record where the request wants it: a list of <see cref="Master.Doubts.DoubtfulBlock"/> as JSON.</summary>
    Doubts = 7,
    /// <summary>Host → server, ends a document: the record as JSON, with text and evidence.</summary>
    Record = 5,
    /// <summary>Host → server, ends a document: <see cref="ParseError"/> as JSON.</summary>
    Error = 6,
    /// <summary>Host → server, once a document was opened: its number of pages (4 bytes, little endian), by which its limits grow.</summary>
    Pages = 8,
    /// <summary>Server → host: <see cref="DrawingRequest"/> as JSON; a <see cref="Document"/> frame follows. Ended by <see cref="Picture"/> or <see cref="Error"/>.</summary>
    Drawing = 9,
    /// <summary>Host → server, ends a drawing: width and height of the page in points (8 bytes each, IEEE 754, little endian), then the picture as PNG.</summary>
    Picture = 10,
}

/// <summary>One message of the protocol. On the wire: payload length (4 bytes, little endian), kind (1 byte), payload.</summary>
public readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);
