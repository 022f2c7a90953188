using System.Text;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Audit;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Errors;
using Resumai.Server.Files;
using Resumai.Server.Idempotency;
using Resumai.Server.Jobs;
using Resumai.Server.Lists;
using Resumai.Server.RateLimits;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;
using Resumai.Server.Web;
using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Users;

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
        services.AddStorage(configuration.Data, DatabaseOptions.Read(settings));
        services.AddSingleton<Wallet>().AddSingleton<AccountOpening>().AddSingleton<KeyIssuer>().AddSingleton<Invitations>().AddSingleton<AuditLog>().AddSingleton<Suspension>();
        services.AddSingleton(RateLimitOptions.Read(settings));
        return services;
    }

    /// <param name="adjust">A last word on services, for tests that plant faults or move the clock.</param>
    /// <exception cref="InvalidSettingsException">Settings are not allowed; all faults are named.</exception>
    public static WebApplication Build(ServerConfiguration configuration, Action<IServiceCollection>? adjust = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Resumai.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrel(ConfigureKestrel).UseUrls([.. configuration.Urls]);
        // Where the server runs from its build and was not published, styles and scripts lie where the build took them from.
        builder.WebHost.UseStaticWebAssets();
        // Else any address would answer GET there, to find files that came after the build.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        var settings = configuration.Reader();
        var services = builder.Services.AddCore(configuration, settings);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.Configure<JsonOptions>(json => JsonForm.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddRouting(routes => routes.ConstraintMap["uuid"] = typeof(UuidConstraint));
        services.AddConsoleLogs(settings).AddCompression().AddApiDocument();
        var role = ServerRole.Read(settings);
        var proxies = TrustedProxies.Read(settings).Options();
        var cors = services.AddCorsRules(settings);
        var telemetry = TelemetryOptions.Read(settings);
        services.AddTelemetry(telemetry, role.Serves);
        services.AddSingleton<EngineStates>();
        services.AddSingleton(role).AddJobs(settings, role.Works);
        services.AddApi(settings, role.Serves);
        var mail = MailOptions.Read(settings, configuration.Urls);
        var site = SiteOptions.Read(settings);
        var keeping = WebKeeping.Read(settings);
        var billing = BillingOptions.Read(settings);
        if (role.Serves) services.AddWebApp(mail, site, keeping, billing);
        services.AddSingleton(settings.Effective);
        settings.ThrowIfInvalid();
        adjust?.Invoke(services);

        var app = builder.Build();
        if (proxies is not null) app.UseForwardedHeaders(proxies);
        UseConventions(app, cors, role.Serves);
        Health.Map(app);
        app.MapTelemetry(telemetry);
        if (role.Serves)
        {
            MapApi(app);
            app.MapWebApp();
        }
        return app;
    }

    /// <param name="serves">False: only what the worker shares with it, and no tidying up.</param>
    private static IServiceCollection AddApi(this IServiceCollection services, SettingsReader settings, bool serves)
    {
        services.AddSingleton<BearerKeys>().AddSingleton<KeyUse>();
        services.AddCounters(CountersOptions.Read(settings));
        services.AddSingleton(IdempotencyOptions.Read(settings)).AddSingleton<IdempotentRequests>();
        services.AddSingleton<CursorKey>().AddSingleton<Pages>().AddSingleton(new DisplayPlanBounds()).AddSingleton<RecordEditing>();
        if (serves) services.AddHostedService<CounterWriting>().AddHostedService<ExpirySweep>();
        return services.AddFiles(FilesOptions.Read(settings)).AddAssets(tidies: serves);
    }

    private static void ConfigureKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // By default Kestrel ends a request whose header is not UTF-8 with an empty 400; so its reader gets to say which header and why.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
    }

    /// <summary>The way of every request, outermost first.</summary>
    private static void UseConventions(WebApplication app, bool cors, bool serves)
    {
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<AccessLog>();
        app.UseMiddleware<FailureBoundary>();
        app.UseMiddleware<CacheRules>();
        app.UseMiddleware<HeadAsGet>();
        app.UseCompressionForKeys();
        if (serves) app.UseNotFoundPage();
        app.UseRouting();
        if (cors) app.UseCors();
        app.UseMiddleware<BodyDrain>();
        app.UseMiddleware<CallerGate>();
        if (serves) app.UseWebApp();
    }

    /// <summary>All addresses of the API, a line a use case.</summary>
    private static void MapApi(WebApplication app)
    {
        app.MapOpenApi(ApiPath + "/openapi.json").AddEndpointFilter(QueryRules.RefuseFaulty);
        // The upload has an order of refusals of its own and checks its query and headers itself.
        var upload = app.MapGroup(ApiPath).RequireCaller();
        var api = app.MapGroup(ApiPath).RequireCaller()
            .AddEndpointFilter(MediaTypes.RefuseUnacceptable)
            .AddEndpointFilter(QueryRules.RefuseFaulty)
            .AddEndpointFilter(IdempotencyKey.RefuseFaulty);
        api.MapAssets(upload);
        GetMaster.Map(api);
        PatchMaster.Map(api);
        ListRevisions.Map(api);
        UndoRevision.Map(api);
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
