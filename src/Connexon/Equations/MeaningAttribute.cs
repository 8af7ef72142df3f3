namespace Connexon;

/// <summary>
/// What a parameter means, for people: <c>[Meaning("maximal conductance of sodium")]</c>. <c>connexon models</c> prints it.
/// </summary>
/// <param name="text">A few words, without the value and its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeaningAttribute(string text) : Attribute
{
    /// <summary>The words.</summary>
    public string Text { get; } = text;

    /// <summary>
    /// A unit of what the values of a <see cref="Parameter{Q}"/> of general quantities must be, "mV/ms"; null (the default) for what they
    /// are.
    /// </summary>
    public string? Unit { get; set; }
}
