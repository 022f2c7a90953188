using System.Net;
using Resumai.Server.RateLimits;

namespace Resumai.Server.Tests.RateLimits;

public class FailedAuthenticationsTests
{
    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public void An_ipv6_network_of_64_bits_counts_as_one_address(string address, string source) =>
        AddressCounter.Source(IPAddress.Parse(address)).ShouldBe(IPAddress.Parse(source));
}
