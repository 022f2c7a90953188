namespace Resumai.Cli.Tests;
