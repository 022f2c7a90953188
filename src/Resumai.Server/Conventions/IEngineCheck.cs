namespace Resumai.Server.Conventions;

/// <summary>Whether something outside this process that it needs does its work; each engine in use has one.</summary>
public interface IEngineCheck
{
    /// <summary>What it is for: <c>database</c>, <c>queue</c>, <c>files</c>, <c>counters</c>.</summary>
    string Need { get; }

    /// <summary>As the setting names it: <c>postgresql</c>.</summary>
    string Engine { get; }

    /// <summary>Whether requests are served without it, with less.</summary>
    bool IsDispensable { get; }

    /// <summary>Throws when it does not.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
