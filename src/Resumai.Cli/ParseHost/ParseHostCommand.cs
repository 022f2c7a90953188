using Resumai.Cli.ParseHost.Sandbox;
using Resumai.Hosting;
using Resumai.Ocr;
using Resumai.Ocr.Pages;

namespace Resumai.Cli.ParseHost;

/// <summary>
/// <c>parse-host</c>: the child process in which the server parses untrusted documents. Speaks the protocol of
/// <see cref="FrameKind"/> on standard input and output and ends when its input does. Not for people.
/// </summary>
public static class ParseHostCommand
{
    /// <summary>Exit code when a document needs more memory than the process may take.</summary>
    public const int OutOfMemory = 12;

    /// <summary>Exit code of an error of the host itself.</summary>
    public const int Failed = 70;

    /// <param name="arguments">As in <see cref="HostArguments"/>.</param>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        SandboxLevel sandbox;
        try
        {
            sandbox = Confinement.Enter(HostArguments.Read(arguments));
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"parse host: it cannot confine itself ({e.GetType().Name}: {e.Message})");
            return Failed;
        }
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        // Whatever a library prints must not reach the protocol.
        Console.SetOut(Console.Error);
        try
        {
            // The server is gone: nobody waits for the document being parsed, however long it may take.
            using var recognizer = new TextRecognizer();
            new ParseHostLoop(new CvParser(recognizer), new PageDrawer(), input, output, Console.Error, sandbox).Run(() => Environment.Exit(0));
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        catch (IOException)
        {
            return 0;
        }
        // The runtime would print the message, which may quote the CV.
        catch (Exception e)
        {
            Console.Error.WriteLine($"parse host: {e.GetType().FullName}{Environment.NewLine}{e.StackTrace}");
            return Failed;
        }
    }
}
