using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Resumai.Server.Tests.Telemetry;

/// <summary>Takes what servers export by OTLP, as protobuf over HTTP or by gRPC without TLS. Texts lie in protobuf as they are, so they are found in the bytes.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Text)> _exports = new();

    private OtlpCollector(WebApplication app) => _app = app;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>All that was sent to a path, as UTF-8.</summary>
    public string Sent(string path) => string.Concat(_exports.Where(e => e.Path == path).Select(e => e.Text));

    public static async Task<OtlpCollector> StartAsync(bool grpc = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listening => listening.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        var app = builder.Build();
        var collector = new OtlpCollector(app);
        app.MapPost("/{**path}", async (string path, HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            if (grpc)
            {
                http.Request.ContentType.ShouldBe("application/grpc");
                // A byte that says "not compressed" and four with the length of the message.
                var message = body.GetBuffer().AsSpan(0, (int)body.Length);
                (message[0], BinaryPrimitives.ReadInt32BigEndian(message[1..])).ShouldBe(((byte)0, message.Length - 5));
            }
            collector._exports.Enqueue((path, Encoding.UTF8.GetString(body.ToArray())));
            if (!grpc) return;
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(new byte[5]);
            http.Response.AppendTrailer("grpc-status", "0");
        });
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
