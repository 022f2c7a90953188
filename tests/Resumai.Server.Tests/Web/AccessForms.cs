using Resumai.Server.Web.Access;

namespace Resumai.Server.Tests.Web;

/// <summary>Requests for developer access as somebody would fill them in.</summary>
internal static class AccessForms
{
    public static AccessForm Of(string email) => new()
    {
        Name = "Ada Example", Email = email, Company = "Example Works", UseCase = "Fill our applicant tracking from the CVs that come by mail.", Volume = "under_1000", Tooling = "C#",
    };
}
