namespace Resumai.Server.ApiKeys;

/// <summary>The two worlds of an account: a key of one never sees the assets of the other.</summary>
public static class KeyEnvironment
{
    public const string Live = "live";
    /// <summary>Charges nothing; its assets are deleted 24 h after upload.</summary>
    public const string Test = "test";
}
