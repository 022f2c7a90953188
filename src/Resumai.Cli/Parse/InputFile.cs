namespace Resumai.Cli.Parse;

/// <summary>A file's bytes, or why there are none.</summary>
internal readonly record struct InputFile(byte[]? Bytes, ParseError? Error)
{
    public static InputFile Read(string path)
    {
        try
        {
            if (Directory.Exists(path)) return Failed("not_a_file", "This is a folder. Name the files in it.");
            return new InputFile(File.ReadAllBytes(path), null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed("file_not_found", "There is no such file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failed("unreadable_file", $"The file cannot be read: {error.Message}");
        }
    }

    private static InputFile Failed(string code, string message) => new(null, new ParseError(code, message));
}
