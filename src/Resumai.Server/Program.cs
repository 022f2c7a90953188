using System.CommandLine;
using Resumai.Server;
using Resumai.Server.Admin;
using Resumai.Server.Backups;
using Resumai.Server.Settings;

var root = new RootCommand("Resumai: CVs in, structured records out.") { ServeCommand.Create(), AdminCommands.Create() };
foreach (var command in BackupCommands.All()) root.Add(command);
var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    foreach (var error in arguments.Errors) Console.Error.WriteLine(error.Message);
    return 2;
}
try
{
    return await arguments.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (InvalidSettingsException e)
{
    Console.Error.WriteLine("The settings are not valid:");
    foreach (var fault in e.Faults) Console.Error.WriteLine($"  {fault}");
    return 2;
}
