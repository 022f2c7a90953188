using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>The keys that sign sessions, kept in the database, so that a session outlives a restart and holds on every server.</summary>
internal sealed class ProtectionKeys(IDbContextFactory<ServerDb> databases) : IXmlRepository
{
    private const string Prefix = "protection/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Secrets.AsNoTracking().Where(s => s.Name.StartsWith(Prefix)).AsEnumerable().Select(s => XElement.Parse(Encoding.UTF8.GetString(s.Value)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Secrets.Add(new ServerSecret { Name = Prefix + friendlyName, Value = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)) });
        db.SaveChanges();
    }
}
