using System.CommandLine;

namespace Resumai.Server.Admin;

/// <summary>
/// <c>admin …</c>: each command prints what it made as one line of JSON and exits with 0, or says on stderr why not and exits with 1.
/// They work on the database itself, so the server may run or not.
/// </summary>
public static class AdminCommands
{
    public static Command Create()
    {
        var admin = new Command("admin", "Makes accounts and keys, and grants credits. Prints JSON.");
        foreach (var command in (Command[])[.. AccountCommands.All(), .. KeyCommands.All()]) admin.Add(command);
        return admin;
    }
}
