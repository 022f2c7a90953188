using Resumai.Server.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// Starts what takes minutes before what takes moments: begun last it would run on by itself while processors have nothing to do. What is not named here keeps its order.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Ends of the collections' names, longest first; a class without a collection is one by itself.</summary>
    private static readonly string[] Longest =
    [
        RabbitServer.Collection, nameof(Hostile.HostileInputTests), nameof(Jobs.Hosts.ParseHostTests), nameof(StartTests), nameof(Search.SameRowsTests), nameof(Web.PageTests),
        $"{nameof(Backups.BackupTests)}+OnSqlite", $"{nameof(Backups.BackupTests)}+OnPostgres", nameof(Admin.AdminCommandTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName))];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Longest, name => collection == name || collection.Contains($".{name} ", StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
