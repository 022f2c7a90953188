using System.CommandLine;
using System.Text.Json;
using Resumai.Server.Admin;
using Resumai.Server.Conventions;
using Resumai.Server.Files;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Backups;

/// <summary>
/// <c>backup FOLDER</c> beside a running server or without one, <c>restore FOLDER</c> into an empty database: each prints what it did as one line of
/// JSON and exits with 0, or says on stderr why not and exits with 1.
/// </summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> All()
    {
        yield return Create("backup", "Writes the database and the files of all uploads into a new folder, while the server runs or not.",
            (services, folder, stop) => ActivatorUtilities.CreateInstance<BackupWriting>(services).RunAsync(folder, stop));
        yield return Create("restore", "Puts a backup into an empty database and its files into the configured store. The server must not run.",
            (services, folder, stop) => ActivatorUtilities.CreateInstance<BackupReading>(services).RunAsync(folder, stop));
    }

    private static Command Create(string name, string description, Func<IServiceProvider, BackupFolder, CancellationToken, Task<BackupManifest>> run)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the backup." };
        var command = new Command(name, description) { folder, AdminOptions.Data };
        command.SetAction((arguments, stop) => RunAsync(ServerConfiguration.Load(arguments.GetValue(AdminOptions.Data), urls: null),
            services => run(services, new BackupFolder(Path.GetFullPath(arguments.GetValue(folder)!)), stop)));
        return command;
    }

    private static async Task<int> RunAsync(ServerConfiguration configuration, Func<IServiceProvider, Task<BackupManifest>> run)
    {
        var settings = configuration.Reader();
        var services = new ServiceCollection().AddLogging().AddCore(configuration, settings).AddFiles(FilesOptions.Read(settings));
        settings.ThrowIfFaulty();
        await using var provider = services.AddDatabaseCopy(DatabaseOptions.Read(settings)).BuildServiceProvider();
        try
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(await run(provider), JsonForm.Options));
            return 0;
        }
        catch (Exception e) when (e is BackupException or IOException or UnauthorizedAccessException or FileStoreUnavailableException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static IServiceCollection AddDatabaseCopy(this IServiceCollection services, DatabaseOptions options) => options.Engine == DatabaseOptions.Postgres
        ? services.AddSingleton<IDatabaseCopy, PostgresCopy>()
        : services.AddSingleton<IDatabaseCopy, SqliteCopy>();
}
