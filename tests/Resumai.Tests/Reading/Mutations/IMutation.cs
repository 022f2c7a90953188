namespace Resumai.Tests.Reading.Mutations;

/// <summary>One way of damaging a file. The same bytes and random numbers give the same damage.</summary>
internal interface IMutation
{
    byte[] Damage(byte[] file, Random random);
}
