using System.Net;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Errors;
using Resumai.Server.Idempotency;
using Resumai.Server.Jobs;
using Resumai.Server.Lists;
using Resumai.Server.RateLimits;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server;

/// <summary>Puts the host together: settings, storage, the slices, and the way of a request.</summary>
public static class ServerHost
{
    public const string ApiPath = "/api/v1";

    /// <summary>What <c>serve</c> and <c>admin</c> both need.</summary>
    /// <exception cref="InvalidSettingsException">Settings are not allowed; all faults are named.</exception>
    public static IServiceCollection AddCore(this IServiceCollection services, ServerConfiguration configuration, SettingsReader settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(configuration.Data);
        services.AddSingleton<Wallet>().AddSingleton<AccountOpening>().AddSingleton<KeyIssuer>();
        services.AddSingleton(RateLimitOptions.Read(settings));
        return services;
    }

    /// <param name="adjust">A last word on services, for tests that plant faults or move the clock.</param>
    /// <exception cref="InvalidSettingsException">Settings are not allowed; all faults are named.</exception>
    public static WebApplication Build(ServerConfiguration configuration, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Resumai.Server" });
        var settings = configuration.Reader();
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls([.. configuration.Urls]);
        builder.Services.AddRouting(routes => routes.ConstraintMap["uuid"] = typeof(UuidConstraint));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.Configure<JsonOptions>(json => JsonForm.Apply(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        builder.Services.AddCore(configuration, settings);
        builder.Services.AddConsoleLogs(settings).AddCompression().AddApiDocument();
        var proxies = TrustedProxies.Read(settings).Options();
        var cors = builder.Services.AddCorsRules(settings);
        builder.Services.AddSingleton<BearerKeys>().AddSingleton<KeyUse>();
        builder.Services.AddSingleton<RequestCounters>().AddSingleton<FailedAuthentications>().AddHostedService<CounterWriting>();
        builder.Services.AddSingleton(IdempotencyOptions.Read(settings)).AddSingleton<IdempotentRequests>().AddHostedService<ExpirySweep>();
        builder.Services.AddJobs(settings).AddAssets();
        builder.Services.AddSingleton<CursorKey>().AddSingleton<Pages>();
        settings.ThrowIfInvalid();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        if (proxies is not null) app.UseForwardedHeaders(proxies);
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<AccessLog>();
        app.UseMiddleware<FailureBoundary>();
        app.UseMiddleware<CacheRules>();
        app.UseMiddleware<HeadAsGet>();
        app.UseCompressionForKeys();
        app.UseRouting();
        if (cors) app.UseCors();
        app.UseMiddleware<BodyDrain>();
        app.UseMiddleware<CallerGate>();
        Health.Map(app);
        app.MapOpenApi(ApiPath + "/openapi.json");
        MapApi(app.MapGroup(ApiPath).RequireCaller()
            .AddEndpointFilter(MediaTypes.RefuseUnacceptable)
            .AddEndpointFilter(QueryRules.RefuseFaulty)
            .AddEndpointFilter(IdempotencyKey.RefuseFaulty), app.MapGroup(ApiPath).RequireCaller());
        return app;
    }

    /// <summary>The API's addresses, a line a use case.</summary>
    private static void MapApi(RouteGroupBuilder api, RouteGroupBuilder unfiltered)
    {
        api.MapAssets(upload: unfiltered);
        GetMaster.Map(api);
        ListDisplay.Map(api);
        GetAccount.Map(api);
        ListLedger.Map(api);
    }

    /// <summary>Brings the database to this version, then takes requests.</summary>
    public static async Task PrepareAndStartAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        await app.Services.PrepareDatabaseAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
    }
}
