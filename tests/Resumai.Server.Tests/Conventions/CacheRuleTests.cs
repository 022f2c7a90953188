using Microsoft.AspNetCore.Http;
using Resumai.Server.Conventions;

namespace Resumai.Server.Tests.Conventions;

public class CacheRuleTests
{
    [Theory]
    [InlineData("W/\"abc\"", true)]
    [InlineData("\"abc\"", true)]
    [InlineData("\"x\", W/\"abc\"", true)]
    [InlineData("*", true)]
    [InlineData("\"other\"", false)]
    [InlineData("abc", false)]
    [InlineData(null, false)]
    public void If_None_Match_is_compared_weakly(string? header, bool notModified)
    {
        var http = new DefaultHttpContext();
        if (header is not null) http.Request.Headers.IfNoneMatch = header;

        CacheRules.IsNotModified(http, "abc").ShouldBe(notModified);

        http.Response.Headers.ETag.ToString().ShouldBe("W/\"abc\"");
    }
}
