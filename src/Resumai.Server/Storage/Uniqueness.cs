namespace Resumai.Server.Storage;

/// <summary>What refuses a row that is there already.</summary>
internal enum Uniqueness
{
    PrimaryKey,
    Index,
}
