namespace Resumai.Server.Errors;

/// <summary>One kind of refusal. <paramref name="Code"/> is stable and is what clients act on.</summary>
/// <param name="Sentence">What is told to a person, with <c>{0}</c>… for what is known at the time.</param>
public sealed record ApiError(string Code, int Status, string Title, string Sentence)
{
    /// <summary>The problem to answer with.</summary>
    public Problem Problem(params object[] arguments) => new(this, string.Format(Sentence, arguments));
}

/// <summary>What is wrong with one field of a request.</summary>
public sealed record FieldError(string Field, string Message);
