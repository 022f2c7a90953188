using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace Resumai.Knowledge.Tables;

/// <summary>
/// The tables that are looked up by a word or phrase, in one file that lies beside the program and is mapped into memory: nothing is read or
/// built at start, and only the pages that are searched take memory. Made by tools/knowledge/build. Thread-safe.
/// </summary>
internal static class CompiledTables
{
    private const string FileName = "knowledge.tables";

    /// <summary>Columns of a row of the table of contents: name, then offset, length and lines.</summary>
    private const int NameWidth = 16;
    private const int NumberWidth = 10;
    private const int RowLength = NameWidth + (3 * NumberWidth) + 1;

    private static readonly Lazy<Mapping> File = new(Open);

    /// <summary>The table of that name.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such table: it is older than the program.</exception>
    public static SortedTable Get(string name) => File.Value.Tables[name];

    /// <summary>The names of the tables in the file.</summary>
    public static IEnumerable<string> Names => File.Value.Tables.Keys;

    private static unsafe Mapping Open()
    {
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        if (!System.IO.File.Exists(path)) throw new InvalidOperationException($"{FileName} is missing beside the program.");
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);

        var count = Number(start, 0, 1);
        var tables = new Dictionary<string, SortedTable>(count);
        for (var row = 1; row <= count; row++)
        {
            var name = Encoding.ASCII.GetString(start + (row * RowLength), NameWidth).TrimEnd();
            tables[name] = new SortedTable(start + Number(start, row, 0), Number(start, row, 1), Number(start, row, 2));
        }
        return new Mapping(view, tables);
    }

    private static unsafe int Number(byte* start, int row, int column) =>
        int.Parse(new ReadOnlySpan<byte>(start + (row * RowLength) + NameWidth + (column * NumberWidth), NumberWidth), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    /// <param name="View">Held so that the memory stays mapped as long as the process lives.</param>
    private sealed record Mapping(MemoryMappedViewAccessor View, IReadOnlyDictionary<string, SortedTable> Tables);
}
