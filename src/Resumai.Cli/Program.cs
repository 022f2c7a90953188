using Resumai.Cli;

return await CommandLine.Run(args);
