namespace Resumai.Server.Storage;

/// <summary>
/// Hints between the processes that share a database, so that they need not wait for their next look: that there is work, that an asset has
/// changed. A hint may be lost or come twice; the tables are the truth. Thread-safe.
/// </summary>
public interface INotices
{
    /// <summary>There are jobs; the text says nothing.</summary>
    const string Jobs = "resumai_jobs";
    /// <summary>An asset has changed; the text is its id.</summary>
    const string Assets = "resumai_assets";

    /// <summary>Tells every process, this one too. Never waits and never fails.</summary>
    void Send(string channel, string text);

    /// <param name="heard">Called for each; must be quick. With an empty text: hints may have been missed.</param>
    void Listen(string channel, Action<string> heard);
}

/// <summary>Nobody to tell: looking about once a second finds what the few processes on one SQLite file do.</summary>
internal sealed class NoNotices : INotices
{
    public void Send(string channel, string text)
    {
        // Nobody listens.
    }

    public void Listen(string channel, Action<string> heard)
    {
        // Nobody sends.
    }
}
