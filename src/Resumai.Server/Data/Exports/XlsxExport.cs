using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Exports;

/// <summary>
/// An Office Open XML workbook with typed cells: texts are texts whatever they begin with, numbers numbers, times dates in UTC. It is
/// written to a nameless file first, row by row, so that its size in memory does not grow and a failure is still an error answer.
/// </summary>
internal static class XlsxExport
{
    /// <summary>Rows of a sheet under its header; more go to further sheets.</summary>
    private const int RowsOfASheet = 1_048_575;
    private const int CharactersOfACell = 32_767;
    private static readonly OpenXmlConfiguration Configuration = new() { TableStyles = TableStyles.None, AutoFilter = false };

    public static async Task WriteAsync(HttpResponse response, DisplayTable table, IAsyncEnumerable<DisplayRow> rows, CancellationToken cancellationToken)
    {
        await using var file = OpenNameless(table.Data.Path);
        await WriteBookAsync(file, table.Columns, rows.ToBlockingEnumerable(cancellationToken), await table.CountRows(), RowsOfASheet, cancellationToken);
        file.Position = 0;
        response.ContentLength = file.Length;
        await file.CopyToAsync(response.Body, cancellationToken);
    }

    /// <summary>Rows are read as they are written: the sheets follow each other through them.</summary>
    internal static async Task WriteBookAsync(Stream file, IReadOnlyList<DisplayColumn> columns, IEnumerable<DisplayRow> rows, long count, int rowsOfASheet,
        CancellationToken cancellationToken)
    {
        using var reading = rows.GetEnumerator();
        var sheets = new Dictionary<string, object>();
        for (long first = 0; first == 0 || first < count; first += rowsOfASheet)
        {
            sheets[sheets.Count == 0 ? "CVs" : $"CVs {sheets.Count + 1}"] = Sheet(columns, reading, rowsOfASheet);
        }
        await MiniExcel.SaveAsAsync(file, sheets, printHeader: false, configuration: Configuration, cancellationToken: cancellationToken);
    }

    // The header is a row of its own: MiniExcel writes none where no row follows.
    private static IEnumerable<Dictionary<string, object?>> Sheet(IReadOnlyList<DisplayColumn> columns, IEnumerator<DisplayRow> rows, int take)
    {
        yield return columns.ToDictionary(c => c.Name, object? (c) => c.Name);
        for (var i = 0; i < take && rows.MoveNext(); i++)
        {
            var row = rows.Current;
            yield return columns.ToDictionary(c => c.Name, c => Cell(c.Value(row)));
        }
    }

    private static object? Cell(object? value) => value switch
    {
        Guid id => id.ToString("D"),
        StoredList list => Cell(list.ToString()),
        string { Length: > CharactersOfACell } text => text[..CharactersOfACell],
        _ => value,
    };

    /// <summary>Its name goes at once: nothing is left behind, however the process ends.</summary>
    private static FileStream OpenNameless(string folder)
    {
        var path = Path.Combine(folder, $"export-{Guid.CreateVersion7():N}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
