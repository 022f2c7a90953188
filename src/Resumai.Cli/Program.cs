if (args is ["parse-host"]) return Resumai.Cli.ParseHost.ParseHostCommand.Run();
return 2;
