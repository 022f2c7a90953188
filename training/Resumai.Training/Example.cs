namespace Resumai.Training;

/// <summary>Hashed features and the class they are an example of.</summary>
internal readonly record struct Example(int[] Features, int Class);
