using Resumai.Hosting;
using Resumai.Master;
using Resumai.Master.Doubts;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>What became of a document in a parse host.</summary>
public abstract record HostAnswer
{
    /// <summary>A record; <paramref name="Json"/> is it as the host wrote it.</summary>
    /// <param name="Doubts">What the parser is not sure of; empty unless the request asked.</param>
    public sealed record Parsed(MasterRecord Record, ReadOnlyMemory<byte> Json, IReadOnlyList<DoubtfulBlock> Doubts) : HostAnswer;

    /// <summary>The picture of a page.</summary>
    public sealed record Drawn(DrawnPage Page) : HostAnswer;

    /// <summary>The parser says why there is none; asking again would say the same.</summary>
    public sealed record Refused(ParseError Error) : HostAnswer;

    /// <summary>The host ended over it; another try may fare better.</summary>
    public sealed record Ended(ParseError Error) : HostAnswer;
}
