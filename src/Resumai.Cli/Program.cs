using Resumai.Cli;
using Resumai.Cli.ParseHost;

// Started by the server, not by people: it needs none of the command line's machinery.
if (args is ["parse-host", ..]) return ParseHostCommand.Run(args.AsSpan(1));
return await CommandLine.Run(args);
