using Resumai.Server.Settings;

namespace Resumai.Server.Jobs.Rabbit;

/// <param name="Address">amqp or amqps, with name and password.</param>
/// <param name="Queue">Name of the queue; what is no job goes to the queue of this name with <c>.dead</c>.</param>
/// <param name="Ahead">How many jobs wait in RabbitMQ at most; the others wait in the table, where accounts are served in turn.</param>
/// <param name="LongestSilence">How long the queue may leave calls unanswered, or refuse them with an internal error, before it is made anew though RabbitMQ takes connections.</param>
public sealed record RabbitOptions(Uri Address, string Queue, int Ahead, TimeSpan LongestSilence)
{
    /// <summary>Exchange and queue of what is no job.</summary>
    public string DeadLetters => Queue + ".dead";

    private const string ConnectionKey = "Queue:Connection";

    /// <summary>Null: the table hands out jobs itself.</summary>
    public static RabbitOptions? Read(SettingsReader settings)
    {
        var engine = settings.OneOf("Queue:Engine", "database", "database", "rabbitmq");
        var connection = settings.Text(ConnectionKey, "");
        var queue = settings.Text("Queue:Name", "resumai.jobs");
        var ahead = settings.Integer("Queue:Ahead", 50, 1, 10_000);
        var silence = settings.Seconds("Queue:SilenceSeconds", 30, 3, 3600);
        if (engine == "database") return null;
        if (Uri.TryCreate(connection, UriKind.Absolute, out var address) && address.Scheme is "amqp" or "amqps") return new RabbitOptions(address, queue, ahead, silence);
        settings.Fault(ConnectionKey, "must be like amqp://USER:PASSWORD@HOST:5672/VIRTUAL_HOST");
        return null;
    }
}
